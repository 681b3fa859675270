import * as React from 'react';

import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { DifferenceBody } from './DifferenceBody';
import { FoldButton } from './FoldButton';
import { KindPill } from './KindPill';
import { Stop } from './Stop';
import { countChanges } from './countChanges';
import { readReference } from './readReference';
import { isGroup } from './isWhole';
import { useDifferences } from './DifferenceContext';

import type { Change } from '../../../contracts/compare';

interface NestedDifferenceProps {
  change: Change;
  depth: number;
}

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

const isItem = ({ path }: Change): boolean => path.endsWith(']');

const isReference = ({ type, path }: Change): boolean =>
  (type === 'relation' || type === 'media') && path.endsWith(']');

/** A difference within another: an attribute of a component, an item of a list, a key of JSON. */
export const NestedDifference = ({ change, depth }: NestedDifferenceProps) => {
  const t = useTranslate();
  const id = React.useId();
  const { nameOf } = useDifferences();
  const [isOpen, setIsOpen] = React.useState(true);
  const { kind, type, parts, title } = change;
  const isFoldable = isGroup(change) || (isItem(change) && parts !== undefined);
  const reference = isReference(change) ? readReference(change.to ?? change.from) : null;

  const Heading = HEADINGS[Math.min(depth, HEADINGS.length - 1)]!;
  // Moved and no more: the words say it all.
  const isBare = kind === 'moved' && !isFoldable && !isReference(change);
  const name = (
    <>
      {nameOf(change)}
      {title && !(type === 'block' && !isBare) && (
        <Typography tag="span" variant="pi" textColor="neutral600" dir="auto">
          {` ${title}`}
        </Typography>
      )}
    </>
  );

  return (
    <Stop
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      data-change={isGroup(change) && isOpen ? undefined : change.path}
      hasRadius
      borderColor={isItem(change) ? 'neutral200' : undefined}
      padding={isItem(change) ? 3 : 0}
    >
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2} wrap="wrap">
          {reference ? (
            // What a file or an entry is called stands beside its picture.
            <VisuallyHidden>
              <Heading id={id}>{reference.name ?? nameOf(change)}</Heading>
            </VisuallyHidden>
          ) : (
            <Typography
              id={id}
              tag={Heading}
              variant={isItem(change) ? 'omega' : 'pi'}
              fontWeight="semiBold"
              textColor={isItem(change) ? 'neutral800' : 'neutral600'}
            >
              {isFoldable ? (
                <FoldButton isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} controls={`${id}-body`}>
                  <span>{name}</span>
                </FoldButton>
              ) : (
                name
              )}
            </Typography>
          )}
          {(isItem(change) || kind !== 'changed') && <KindPill change={change} />}
          {isFoldable && !isOpen && (
            <Typography variant="pi" textColor="neutral600">
              {t('changes.count', { count: countChanges(change) })}
            </Typography>
          )}
        </Flex>
        {!isBare && (
          <div id={`${id}-body`} hidden={!isOpen}>
            {isOpen && <DifferenceBody change={change} depth={depth} />}
          </div>
        )}
      </Flex>
    </Stop>
  );
};
