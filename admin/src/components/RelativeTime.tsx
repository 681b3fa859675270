import { useIntl } from 'react-intl';

import type { IntlShape } from 'react-intl';

const UNITS = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

type Unit = Parameters<IntlShape['formatRelativeTime']>[1];

/** The largest unit of which at least one whole has passed. */
const distanceTo = (time: Date): { value: number; unit: Unit } => {
  const seconds = Math.round((time.getTime() - Date.now()) / 1000);
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return { value: Math.trunc(seconds / length), unit };
};

/** How long ago something was; the full date and time as its title. */
export const RelativeTime = ({ date }: { date: string }) => {
  const { formatRelativeTime, formatDate } = useIntl();
  const time = new Date(date);
  const { value, unit } = distanceTo(time);

  return (
    <time dateTime={time.toISOString()} title={formatDate(time, { dateStyle: 'full', timeStyle: 'medium' })}>
      {formatRelativeTime(value, unit, { numeric: 'auto' })}
    </time>
  );
};
