import * as React from 'react';

import { Checkbox, Flex, Tooltip, Typography } from '@strapi/design-system';
import { Table, useTable } from '@strapi/strapi/admin';
import { Link, useNavigate } from 'react-router-dom';

import { Pill } from '../components/Pill';
import { RelativeTime } from '../components/RelativeTime';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { DraftMenu } from './DraftMenu';
import { useDraftLink } from './useDraftLink';
import { useDraftName } from './useDraftName';

import type { DraftVerb, PlacedDraft } from '../api/draftsInTurnApi';

/** A row is clicked as a whole; what it holds is clicked for itself. */
const stop = (event: React.SyntheticEvent) => event.stopPropagation();

const NONE = '–';

interface DraftRowProps {
  placed: PlacedDraft;
  typeName: string;
  showsCreator: boolean;
  onAct: (verb: DraftVerb) => void;
}

export const DraftRow = ({ placed, typeName, showsCreator, onAct }: DraftRowProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const actorName = useActorName();
  const { titleOf, nameOf } = useDraftName();
  const { draft, collectionType } = placed;
  const selectRow = useTable('DraftRow', (state) => state.selectRow);
  const isSelected = useTable('DraftRow', ({ selectedRows }) =>
    selectedRows.some(({ id }) => id === draft.id)
  );

  const { to, state } = useDraftLink()(draft, collectionType);
  const name = nameOf(draft);

  return (
    <Table.Row cursor="pointer" onClick={() => navigate(to, { state })}>
      <Table.Cell onClick={stop}>
        <Checkbox
          aria-label={t('drafts.select', { title: titleOf(draft), name })}
          checked={isSelected}
          onCheckedChange={() => selectRow(draft)}
        />
      </Table.Cell>
      <Table.Cell>
        <Typography
          tag={Link}
          to={to}
          state={state}
          onClick={stop}
          textColor="neutral800"
          fontWeight="semiBold"
          maxWidth="30rem"
          display="block"
          ellipsis
          title={titleOf(draft)}
        >
          {titleOf(draft)}
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Flex gap={2}>
          {draft.name === null ? (
            <Pill variant="secondary">{name}</Pill>
          ) : (
            <Tooltip label={draft.notes ?? name}>
              <Typography textColor="neutral800" maxWidth="24rem" ellipsis>
                {name}
              </Typography>
            </Tooltip>
          )}
          {draft.name !== null && draft.documentId === null && (
            <Pill variant="alternative">{t('drafts.new-entry')}</Pill>
          )}
          {draft.isOrphan && <Pill variant="danger">{t('drafts.orphan')}</Pill>}
        </Flex>
      </Table.Cell>
      <Table.Cell>
        <Typography textColor="neutral800" maxWidth="16rem" display="block" ellipsis>
          {typeName}
        </Typography>
      </Table.Cell>
      <Table.Cell>
        <Typography textColor="neutral800">{draft.locales.join(', ') || NONE}</Typography>
      </Table.Cell>
      {showsCreator && (
        <Table.Cell>
          <Typography textColor="neutral800" maxWidth="16rem" display="block" ellipsis>
            {draft.isMine ? t('drafts.you') : actorName(draft.creator)}
          </Typography>
        </Table.Cell>
      )}
      <Table.Cell>
        <Typography textColor="neutral800">
          <RelativeTime date={draft.updatedAt} />
        </Typography>
      </Table.Cell>
      <Table.Cell onClick={stop}>
        <Flex justifyContent="flex-end">
          <DraftMenu placed={placed} onAct={onAct} />
        </Flex>
      </Table.Cell>
    </Table.Row>
  );
};
