import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useActorName } from '../hooks/useActorName';
import { useGetEditorsQuery } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Actor } from '../../../contracts/revision';

const EVERYBODY = 'everybody';

const keyOf = ({ type, id }: Actor): string => (type === 'system' ? 'system' : `${type}:${id}`);

interface EditorFilterProps extends DocumentAddress {
  /** empty for everybody */
  value: string;
  onChange: (creator: string) => void;
}

export const EditorFilter = ({ value, onChange, ...address }: EditorFilterProps) => {
  const t = useTranslate();
  const actorName = useActorName();
  const { data: editors = [] } = useGetEditorsQuery(address);

  return (
    <Field.Root>
      <Field.Label>{t('filter.editor')}</Field.Label>
      <SingleSelect
        size="S"
        value={value || EVERYBODY}
        onChange={(creator) => onChange(creator === EVERYBODY ? '' : String(creator))}
      >
        <SingleSelectOption value={EVERYBODY}>{t('filter.editor.all')}</SingleSelectOption>
        {editors.map((editor) => (
          <SingleSelectOption key={keyOf(editor)} value={keyOf(editor)}>
            {actorName(editor)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
