import { Button } from '@strapi/design-system';
import { Layouts, SearchInput } from '@strapi/strapi/admin';

import { useGetTrackedTypesQuery } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';
import { SelectFilter } from './SelectFilter';
import { AGES, isFiltered } from './listState';
import { useCreators } from './useCreators';

import type { TranslationKey } from '../hooks/useTranslate';
import type { Age, DraftListState } from './listState';

const AGE_TEXTS: Record<Age, TranslationKey> = {
  day: 'drafts.age.day',
  week: 'drafts.age.week',
  month: 'drafts.age.month',
  older: 'drafts.age.older',
};

interface DraftsFiltersProps {
  state: DraftListState;
  typeName: (uid: string) => string;
  onChange: (part: Partial<DraftListState>) => void;
}

/** Narrows the list of drafts down, laid out as the content manager does. */
export const DraftsFilters = ({ state, typeName, onChange }: DraftsFiltersProps) => {
  const t = useTranslate();
  const { data: tracked = [] } = useGetTrackedTypesQuery();
  const creators = useCreators(state.show, state.creator);
  const types = [...new Set([...tracked, ...(state.type ? [state.type] : [])])]
    .map((uid) => ({ value: uid, label: typeName(uid) }))
    .sort((a, b) => a.label.localeCompare(b.label));

  return (
    <Layouts.Action
      startActions={
        <>
          <SearchInput
            // it keeps what was typed, whatever the address says
            key={state.search}
            label={t('drafts.search')}
            placeholder={t('drafts.search.placeholder')}
          />
          <SelectFilter
            label={t('drafts.filter.type')}
            all={t('drafts.filter.type.all')}
            options={types}
            value={state.type}
            onChange={(type) => onChange({ type })}
          />
          {state.show !== 'mine' && (
            <SelectFilter
              label={t('drafts.filter.creator')}
              all={t('drafts.filter.creator.all')}
              options={creators}
              value={state.creator}
              onChange={(creator) => onChange({ creator })}
            />
          )}
          <SelectFilter
            label={t('drafts.filter.age')}
            all={t('drafts.age.any')}
            options={AGES.map((age) => ({ value: age, label: t(AGE_TEXTS[age]) }))}
            value={state.age}
            onChange={(age) => onChange({ age: age as DraftListState['age'] })}
          />
          {isFiltered(state) && (
            <Button
              variant="ghost"
              size="S"
              onClick={() => onChange({ search: '', type: '', creator: '', age: '' })}
            >
              {t('drafts.filter.clear')}
            </Button>
          )}
        </>
      }
    />
  );
};
