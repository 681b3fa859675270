import type { TranslationKey } from '../hooks/useTranslate';

/** How long a link may work: as the server reads it, and what it is called. */
export const DURATIONS: { value: string; label: TranslationKey }[] = [
  { value: '1h', label: 'share.duration.hour' },
  { value: '1d', label: 'share.duration.day' },
  { value: '7d', label: 'share.duration.week' },
  { value: '30d', label: 'share.duration.month' },
];

export const USUAL_DURATION = '1d';
