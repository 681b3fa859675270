import { Flex, Typography } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { ChildDifferences } from './ChildDifferences';
import { DifferenceBoundary } from './DifferenceBoundary';
import { TextDifference } from './TextDifference';
import { Value } from './Value';
import { ValueDifference } from './ValueDifference';
import { WholeDifference } from './WholeDifference';
import { isWhole } from './isWhole';
import { registeredDifference } from './registry';
import { useDifferences } from './DifferenceContext';

import type { Change } from '../../../contracts/compare';

interface DifferenceBodyProps {
  change: Change;
  depth: number;
}

const PlainDifference = ({ change, depth }: DifferenceBodyProps) => {
  const { kind, children = [], parts, from, to, type, component } = change;
  const isText = parts !== undefined && parts.length > 0;

  if (isWhole(change) && children.length > 0) {
    return <WholeDifference kind={kind === 'added' ? 'added' : 'removed'} contents={children} />;
  }
  // A heading may have other words, and another level.
  if (isText || children.length > 0) {
    return (
      <>
        {isText && <TextDifference parts={parts} />}
        {children.length > 0 && <ChildDifferences changes={children} depth={depth + 1} />}
      </>
    );
  }
  // Where something was moved and nothing else, the words above say it all, but for what it was.
  if (kind === 'moved') {
    return type === 'relation' || type === 'media' ? <Value value={to} type={type} /> : null;
  }
  return <ValueDifference from={from} to={to} type={type} component={component} />;
};

/** What differs: by the field's own way of showing it, or by what the server found out. */
export const DifferenceBody = ({ change, depth }: DifferenceBodyProps) => {
  const t = useTranslate();
  const { view } = useDifferences();
  const Registered = registeredDifference(change.customField);
  const plain = <PlainDifference change={change} depth={depth} />;

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {change.coarse && (
        <Typography variant="pi" textColor="neutral600">
          {t(change.parts ? 'difference.coarse.text' : 'difference.coarse')}
        </Typography>
      )}
      {Registered ? (
        <DifferenceBoundary fallback={plain}>
          <Registered change={change} from={change.from} to={change.to} view={view} />
        </DifferenceBoundary>
      ) : (
        plain
      )}
    </Flex>
  );
};
