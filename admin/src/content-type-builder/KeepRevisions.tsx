import { Checkbox, Field } from '@strapi/design-system';
import { useMatch } from 'react-router-dom';

import { useGetTrackedTypesQuery } from '../api/revisionsApi';
import { useTranslate } from '../hooks/useTranslate';

import type { BuilderInputProps } from './builderInput';

/** Whether revisions are kept of a content type. Where its schema says nothing, the configuration decides. */
export const KeepRevisions = ({ name, value, isCreating, onChange }: BuilderInputProps) => {
  const t = useTranslate();
  const address = useMatch('/plugins/content-type-builder/content-types/:uid');
  const { data: tracked } = useGetTrackedTypesQuery();
  const byConfiguration = isCreating || (tracked?.includes(address?.params.uid ?? '') ?? true);

  return (
    <Field.Root name={name} hint={t('builder.enabled.hint')}>
      <Checkbox
        checked={typeof value === 'boolean' ? value : byConfiguration}
        onCheckedChange={(isChosen) =>
          onChange({ target: { name, value: isChosen === true, type: 'checkbox' } })
        }
      >
        {t('builder.enabled')}
      </Checkbox>
      <Field.Hint />
    </Field.Root>
  );
};
