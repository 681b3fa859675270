import { Pill } from '../components/Pill';
import { useTranslate } from '../hooks/useTranslate';
import { describeKind } from './describeKind';

import type { Change, ChangeKind } from '../../../contracts/compare';
import type * as React from 'react';

const VARIANTS: Record<ChangeKind, React.ComponentProps<typeof Pill>['variant']> = {
  added: 'success',
  removed: 'danger',
  changed: 'secondary',
  moved: 'alternative',
};

/** What happened to something, and where to, in words. */
export const KindPill = ({ change }: { change: Change }) => (
  <Pill variant={VARIANTS[change.kind]}>{describeKind(change, useTranslate())}</Pill>
);
