import { Flex, Typography } from '@strapi/design-system';

import { Added, Removed, Whole } from './Marks';
import { Sides } from './Sides';
import { Value, isEmpty } from './Value';
import { useDifferences } from './DifferenceContext';

interface ValueDifferenceProps {
  from: unknown;
  to: unknown;
  type: string;
  component?: string;
}

const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Underlined from beginning to end, a long text is hard to read. */
const LONG = 240;
const isLong = (value: unknown): boolean =>
  typeof value === 'string' && (value.length > LONG || value.includes('\n'));

/** In JSON there is a difference between nothing and `null`. */
const isAbsent = (value: unknown, type: string): boolean =>
  type === 'json' ? value === undefined : isEmpty(value);

/** A scalar is marked as a run of text is; anything larger as a whole. */
const One = ({
  kind,
  ...value
}: {
  kind: 'added' | 'removed';
  value: unknown;
  type: string;
  component?: string;
}) => {
  if (!isScalar(value.value) || isLong(value.value)) {
    return (
      <Whole kind={kind}>
        <Value {...value} />
      </Whole>
    );
  }
  const Mark = kind === 'added' ? Added : Removed;
  return (
    <Mark>
      <Value {...value} isInline />
    </Mark>
  );
};

/** A value that was, and the one that is: what cannot be compared any finer. */
export const ValueDifference = ({ from, to, type, component }: ValueDifferenceProps) => {
  const { view } = useDifferences();
  const older = isAbsent(from, type) ? null : (
    <One kind="removed" value={from} type={type} component={component} />
  );
  const newer = isAbsent(to, type) ? null : <One kind="added" value={to} type={type} component={component} />;

  if (view === 'split') return <Sides from={older} to={newer} />;
  const isLarge = ![from, to].every((value) => isScalar(value) && !isLong(value));
  return (
    <Flex
      direction={isLarge ? 'column' : 'row'}
      alignItems={isLarge ? 'stretch' : 'baseline'}
      gap={2}
      wrap="wrap"
    >
      {older}
      {older && newer && !isLarge && (
        <Typography textColor="neutral500" aria-hidden>
          →
        </Typography>
      )}
      {newer}
    </Flex>
  );
};
