import * as React from 'react';

import { Checkbox, Flex } from '@strapi/design-system';
import { styled } from 'styled-components';

import { DraftLine } from './DraftLine';
import { useDraftName } from './useDraftName';

import type { PlacedDraft } from '../api/draftsInTurnApi';

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};

  > li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

interface DraftLinesProps {
  drafts: PlacedDraft[];
  /** what is said below one of them */
  renderNote?: (draft: PlacedDraft) => React.ReactNode;
  /** ids; where they can be chosen */
  ticked?: ReadonlySet<number>;
  isDisabled?: boolean;
  onTick?: (id: number, isTicked: boolean) => void;
}

/** The drafts that something is done with, or was. */
export const DraftLines = ({ drafts, renderNote, ticked, isDisabled, onTick }: DraftLinesProps) => {
  const { titleOf, nameOf } = useDraftName();

  return (
    <List>
      {drafts.map((placed) => {
        const { draft } = placed;
        return (
          <Flex key={draft.id} tag="li" gap={3} padding={3} alignItems="flex-start">
            {ticked && (
              <Checkbox
                aria-label={`${titleOf(draft)}: ${nameOf(draft)}`}
                checked={ticked.has(draft.id)}
                disabled={isDisabled}
                onCheckedChange={(isTicked) => onTick?.(draft.id, isTicked === true)}
              />
            )}
            <Flex direction="column" alignItems="flex-start" gap={1} minWidth={0}>
              <DraftLine draft={draft} />
              {renderNote?.(placed)}
            </Flex>
          </Flex>
        );
      })}
    </List>
  );
};
