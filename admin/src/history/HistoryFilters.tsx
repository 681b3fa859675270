import { Button, Flex } from '@strapi/design-system';
import { Filter } from '@strapi/icons';

import { useTranslate } from '../hooks/useTranslate';
import { ActionFilter } from './ActionFilter';
import { EditorFilter } from './EditorFilter';
import { LocaleFilter } from './LocaleFilter';

import type { DocumentAddress } from '../api/revisionsApi';
import type { ListState } from './listState';

interface HistoryFiltersProps extends DocumentAddress {
  /** empty where the type is not localized */
  locales: string[];
  state: ListState;
  onChange: (change: Partial<ListState>) => void;
}

/** Narrows the list down; folded away until it is wanted. */
export const HistoryFilters = ({ locales, state, onChange, ...address }: HistoryFiltersProps) => {
  const t = useTranslate();
  const count = [state.creator !== '', state.actions.length > 0, state.locale !== 'this'].filter(
    Boolean
  ).length;
  // Another filter is another list: it is read from its beginning.
  const filter = (change: Partial<ListState>) => onChange({ ...change, page: 1 });

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="tertiary"
          size="S"
          startIcon={<Filter />}
          aria-expanded={state.isFiltering}
          onClick={() => onChange({ isFiltering: !state.isFiltering })}
        >
          {count > 0 ? t('filter.toggle.count', { count }) : t('filter.toggle')}
        </Button>
        {count > 0 && (
          <Button
            variant="ghost"
            size="S"
            onClick={() => filter({ creator: '', actions: [], locale: 'this' })}
          >
            {t('filter.clear')}
          </Button>
        )}
      </Flex>
      {state.isFiltering && (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <EditorFilter {...address} value={state.creator} onChange={(creator) => filter({ creator })} />
          {locales.length > 0 && (
            <LocaleFilter locales={locales} value={state.locale} onChange={(locale) => filter({ locale })} />
          )}
          <ActionFilter value={state.actions} onChange={(actions) => filter({ actions })} />
        </Flex>
      )}
    </Flex>
  );
};
