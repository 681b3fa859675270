import { Box, Button, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

import { useTranslate } from '../hooks/useTranslate';
import { isFiltered } from './listState';

import type { TranslationKey } from '../hooks/useTranslate';
import type { DraftListState, Show } from './listState';

const TEXTS: Record<Show, TranslationKey> = {
  mine: 'drafts.empty.mine',
  saved: 'drafts.empty.saved',
  unsaved: 'drafts.empty.unsaved',
};

interface DraftsEmptyProps {
  state: DraftListState;
  onClear: () => void;
}

/** There are none: says what would be here. */
export const DraftsEmpty = ({ state, onClear }: DraftsEmptyProps) => {
  const t = useTranslate();
  const hasFilters = isFiltered(state);

  return (
    <Box background="neutral0" shadow="filterShadow" hasRadius>
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={t(hasFilters ? 'drafts.empty.filtered' : TEXTS[state.show])}
        action={
          hasFilters && (
            <Button variant="secondary" onClick={onClear}>
              {t('drafts.filter.clear')}
            </Button>
          )
        }
        hasRadius
      />
    </Box>
  );
};
