import * as React from 'react';

interface DifferenceBoundaryProps {
  /** what else to show; the boundary begins anew with another one */
  fallback: React.ReactNode;
  children: React.ReactNode;
}

/** Content that nobody thought of, or a plugin's component that fails, costs one field and not the page. */
export class DifferenceBoundary extends React.Component<DifferenceBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
