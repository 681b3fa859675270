import * as React from 'react';

import { Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTranslate } from '../hooks/useTranslate';
import { DifferenceBody } from './DifferenceBody';
import { DifferenceBoundary } from './DifferenceBoundary';
import { FoldButton } from './FoldButton';
import { KindPill } from './KindPill';
import { Stop } from './Stop';
import { ValueDifference } from './ValueDifference';
import { isGroup } from './isWhole';
import { countChanges } from './countChanges';
import { useDifferences } from './DifferenceContext';

import type { Change } from '../../../contracts/compare';

const Card = styled(Stop)`
  content-visibility: auto;
  contain-intrinsic-size: auto 16rem;

  /* what is outside of it is not painted */
  &:focus {
    outline-offset: -2px;
  }
`;

interface FieldDifferenceProps {
  change: Change;
  /** undefined where nothing can be restored */
  isTicked?: boolean;
  onTick: (name: string, isTicked: boolean) => void;
}

/** One field that differs. */
export const FieldDifference = React.memo(({ change, isTicked, onTick }: FieldDifferenceProps) => {
  const t = useTranslate();
  const id = React.useId();
  const { nameOf } = useDifferences();
  const [isOpen, setIsOpen] = React.useState(true);
  const hasBelow = isGroup(change);
  const name = nameOf(change);

  return (
    <Card
      tag="section"
      aria-labelledby={id}
      tabIndex={-1}
      data-change={hasBelow && isOpen ? undefined : change.path}
      background="neutral0"
      shadow="tableShadow"
      hasRadius
      padding={{ initial: 4, medium: 5 }}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex gap={3} wrap="wrap">
          {isTicked !== undefined && (
            <Checkbox
              aria-label={t('select.field', { field: name })}
              checked={isTicked}
              onCheckedChange={(checked) => onTick(change.path, checked === true)}
            />
          )}
          <Typography id={id} tag="h2" variant="delta">
            {hasBelow ? (
              <FoldButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} controls={`${id}-body`}>
                <span>{name}</span>
              </FoldButton>
            ) : (
              name
            )}
          </Typography>
          {change.kind !== 'changed' && <KindPill change={change} />}
          {hasBelow && (
            <Typography variant="pi" textColor="neutral600">
              {t('changes.count', { count: countChanges(change) })}
            </Typography>
          )}
        </Flex>
        <div id={`${id}-body`} hidden={!isOpen}>
          {isOpen && (
            <DifferenceBoundary fallback={<ValueDifference from={change.from} to={change.to} type="json" />}>
              <DifferenceBody change={change} depth={0} />
            </DifferenceBoundary>
          )}
        </div>
      </Flex>
    </Card>
  );
});
FieldDifference.displayName = 'FieldDifference';
