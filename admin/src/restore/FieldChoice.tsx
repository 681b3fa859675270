import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

import { Pill } from '../components/Pill';
import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';

import type { ChangedField } from './changedFields';
import type { Choice } from './choice';

interface FieldChoiceProps {
  uid: string;
  fields: ChangedField[];
  locales: Choice['locales'];
  leftOut: string[];
  onChange: (part: Pick<Choice, 'leftOut'>) => void;
}

/** The fields that would change, each of which can be left as it is. */
export const FieldChoice = ({ uid, fields, locales: chosen, leftOut, onChange }: FieldChoiceProps) => {
  const t = useTranslate();
  const { formatDisplayName, formatList } = useIntl();
  const labelOf = useFieldLabels(uid);
  const count = fields.filter(({ name }) => !leftOut.includes(name)).length;
  const state = count === fields.length ? true : count === 0 ? false : ('indeterminate' as const);

  const toggle = (name: string, isChosen: boolean) =>
    onChange({
      leftOut: isChosen ? leftOut.filter((other) => other !== name) : [...leftOut, name],
    });
  const languages = (locales: ChangedField['locales']) =>
    formatList(
      locales.flatMap((locale) =>
        locale ? [formatDisplayName(locale, { type: 'language' }) ?? locale] : []
      ),
      { type: 'unit', style: 'short' }
    );

  return (
    <Box tag="fieldset" style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Box tag="legend" paddingBottom={3}>
        <Typography variant="delta">{t('restore.fields')}</Typography>
      </Box>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Checkbox
          checked={state}
          onCheckedChange={() =>
            onChange({ leftOut: count < fields.length ? [] : fields.map(({ name }) => name) })
          }
        >
          {t('restore.fields.all', { count, total: fields.length })}
        </Checkbox>
        <Flex direction="column" alignItems="stretch" gap={2} paddingLeft={6}>
          {fields.map(({ name, locales, isShared }) => (
            <Flex key={name} gap={2} wrap="wrap">
              <Checkbox
                checked={!leftOut.includes(name)}
                onCheckedChange={(isChosen) => toggle(name, isChosen === true)}
              >
                {labelOf(name)}
              </Checkbox>
              {isShared && <Pill variant="warning">{t('restore.fields.shared')}</Pill>}
              {chosen === 'all' && !isShared && (
                <Typography variant="pi" textColor="neutral600">
                  {languages(locales)}
                </Typography>
              )}
            </Flex>
          ))}
        </Flex>
      </Flex>
    </Box>
  );
};
