import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { useWarningText } from '../hooks/useWarningText';
import { groupWarnings } from './groupWarnings';

import type { RestoreWarning } from '../../../contracts/revision';

interface RestoreWarningsProps {
  uid: string;
  warnings: RestoreWarning[];
  /** fields that are not restored: what would happen to them does not matter */
  leftOut: string[];
  showsLocale: boolean;
}

/** What does not come back, or brings something along. */
export const RestoreWarnings = ({ uid, warnings, leftOut, showsLocale }: RestoreWarningsProps) => {
  const t = useTranslate();
  const { formatDisplayName, formatList } = useIntl();
  const labelOf = useFieldLabels(uid);
  const textOf = useWarningText();
  const groups = groupWarnings(warnings, leftOut);

  if (groups.length === 0) return null;

  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2}>
          <WarningCircle aria-hidden fill="warning600" />
          <Typography fontWeight="bold">{t('restore.warnings')}</Typography>
        </Flex>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingLeft={6}>
          {groups.map(({ warning, paths }) => (
            <li key={`${warning.code}:${paths.join()}:${warning.locale}`}>
              <Typography variant="pi" textColor="neutral800">
                {warning.code !== 'locale-removed' && (
                  <strong>{formatList(paths.map(labelOf), { type: 'conjunction' })}: </strong>
                )}
                {showsLocale && warning.locale && warning.code !== 'shared'
                  ? `(${formatDisplayName(warning.locale, { type: 'language' })}) `
                  : ''}
                {textOf(warning)}
              </Typography>
            </li>
          ))}
        </Flex>
      </Flex>
    </Box>
  );
};
