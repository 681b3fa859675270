import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';

import type { RevisionAction } from '../../../contracts/revision';
import type { TranslationKey } from '../hooks/useTranslate';

/** What can make a revision. */
const ACTIONS: [RevisionAction, TranslationKey][] = [
  ['baseline', 'action.baseline'],
  ['create', 'action.create'],
  ['update', 'action.update'],
  ['clone', 'action.clone'],
  ['publish', 'action.publish'],
  ['discard', 'action.discard'],
  ['restore', 'action.restore'],
  ['apply', 'action.apply'],
  ['delete', 'action.delete'],
  ['sync', 'action.sync'],
];

interface ActionFilterProps {
  value: RevisionAction[];
  onChange: (actions: RevisionAction[]) => void;
}

export const ActionFilter = ({ value, onChange }: ActionFilterProps) => {
  const t = useTranslate();

  return (
    <Field.Root>
      <Field.Label>{t('filter.action')}</Field.Label>
      <MultiSelect
        size="S"
        placeholder={t('filter.action.all')}
        value={value}
        onChange={(actions: string[]) => onChange(actions as RevisionAction[])}
        onClear={() => onChange([])}
        withTags
      >
        {ACTIONS.map(([action, label]) => (
          <MultiSelectOption key={action} value={action}>
            {t(label)}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Field.Root>
  );
};
