import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { useActorName } from '../hooks/useActorName';
import { useGetRevisionsQuery } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Actor } from '../../../contracts/revision';

/** Whoever made one of this many newest revisions can be chosen. */
const LOOK_BACK = 100;

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
  const { data } = useGetRevisionsQuery({ ...address, page: 1, pageSize: LOOK_BACK });
  const editors = new Map(data?.data.map(({ creator }) => [keyOf(creator), creator]));

  return (
    <Field.Root>
      <Field.Label>{t('filter.editor')}</Field.Label>
      <SingleSelect
        size="S"
        value={value || EVERYBODY}
        onChange={(creator) => onChange(creator === EVERYBODY ? '' : String(creator))}
      >
        <SingleSelectOption value={EVERYBODY}>{t('filter.editor.all')}</SingleSelectOption>
        {[...editors].map(([key, creator]) => (
          <SingleSelectOption key={key} value={key}>
            {actorName(creator)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};
