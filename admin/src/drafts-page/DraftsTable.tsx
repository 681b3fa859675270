import { Button, Flex, Typography } from '@strapi/design-system';
import { Table } from '@strapi/strapi/admin';

import { useTranslate } from '../hooks/useTranslate';
import { DraftRow } from './DraftRow';

import type { DraftVerb, PlacedDraft } from '../api/draftsInTurnApi';
import type { ListedDraft } from '../../../contracts/draft';
import type { TranslationKey } from '../hooks/useTranslate';

const HEADERS: [string, TranslationKey][] = [
  ['title', 'drafts.column.title'],
  ['draft', 'drafts.column.draft'],
  ['type', 'drafts.column.type'],
  ['locales', 'drafts.column.locales'],
  ['creator', 'drafts.column.creator'],
  ['updatedAt', 'drafts.column.updated'],
  ['actions', 'drafts.column.actions'],
];

interface DraftsTableProps {
  drafts: PlacedDraft[];
  selected: ListedDraft[];
  isLoading: boolean;
  showsCreator: boolean;
  typeName: (uid: string) => string;
  onSelect: (drafts: ListedDraft[]) => void;
  onAct: (verb: DraftVerb, drafts: PlacedDraft[]) => void;
}

export const DraftsTable = ({
  drafts,
  selected,
  isLoading,
  showsCreator,
  typeName,
  onSelect,
  onAct,
}: DraftsTableProps) => {
  const t = useTranslate();
  const headers = HEADERS.filter(([name]) => showsCreator || name !== 'creator').map(([name, label]) => ({
    name,
    label: t(label),
  }));
  const isSelected = ({ draft }: PlacedDraft) => selected.some(({ id }) => id === draft.id);
  const actOnSelected = (verb: DraftVerb) => onAct(verb, drafts.filter(isSelected));

  return (
    <Table.Root
      rows={drafts.map(({ draft }) => draft)}
      headers={headers}
      isLoading={isLoading}
      selectedRows={selected}
      onSelectedRowsChange={onSelect}
    >
      {selected.length > 0 && (
        <Flex gap={2}>
          <Typography textColor="neutral500">{t('drafts.selected', { count: selected.length })}</Typography>
          <Button variant="secondary" onClick={() => actOnSelected('apply')}>
            {t('drafts.apply')}
          </Button>
          <Button variant="danger-light" onClick={() => actOnSelected('delete')}>
            {t('drafts.delete')}
          </Button>
        </Flex>
      )}
      <Table.Content>
        <Table.Head>
          <Table.HeaderCheckboxCell />
          {headers.map((header) => (
            <Table.HeaderCell key={header.name} {...header} />
          ))}
        </Table.Head>
        <Table.Loading>{t('loading')}</Table.Loading>
        <Table.Body>
          {drafts.map((placed) => (
            <DraftRow
              key={placed.draft.id}
              placed={placed}
              typeName={typeName(placed.draft.uid)}
              showsCreator={showsCreator}
              onAct={(verb) => onAct(verb, [placed])}
            />
          ))}
        </Table.Body>
      </Table.Content>
    </Table.Root>
  );
};
