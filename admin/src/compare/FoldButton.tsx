import { ChevronDown, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';

import type * as React from 'react';

const Disclosure = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  min-width: 0;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;

  & > svg {
    flex-shrink: 0;
  }
`;

interface FoldButtonProps {
  isOpen: boolean;
  onToggle: () => void;
  /** id of what it folds */
  controls: string;
  children: React.ReactNode;
}

/** The name of a group, which folds it. */
export const FoldButton = ({ isOpen, onToggle, controls, children }: FoldButtonProps) => {
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <Disclosure type="button" aria-expanded={isOpen} aria-controls={controls} onClick={onToggle}>
      <Icon aria-hidden width="1.2rem" height="1.2rem" fill="neutral500" />
      {children}
    </Disclosure>
  );
};
