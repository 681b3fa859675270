import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { useWarningText } from '../hooks/useWarningText';

import type { RestoreWarning } from '../../../contracts/revision';

interface RestoreWarningsProps {
  uid: string;
  warnings: RestoreWarning[];
  leftOut: string[];
  showsLocale: boolean;
}

const fieldOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path;

/** What does not come back, or brings something along; only about the fields that are chosen. */
export const RestoreWarnings = ({ uid, warnings, leftOut, showsLocale }: RestoreWarningsProps) => {
  const t = useTranslate();
  const { formatDisplayName } = useIntl();
  const labelOf = useFieldLabels(uid);
  const textOf = useWarningText();
  const relevant = warnings.filter(({ path }) => !leftOut.includes(fieldOf(path)));

  if (relevant.length === 0) return null;

  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Flex gap={2}>
          <WarningCircle aria-hidden fill="warning600" />
          <Typography fontWeight="bold">{t('restore.warnings')}</Typography>
        </Flex>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingLeft={6}>
          {relevant.map((warning) => (
            <li key={`${warning.code}:${warning.path}:${warning.locale}`}>
              <Typography variant="pi" textColor="neutral800">
                {warning.path && <strong>{labelOf(warning.path)}</strong>}
                {showsLocale &&
                  warning.locale &&
                  ` (${formatDisplayName(warning.locale, { type: 'language' })})`}
                {warning.path && ': '}
                {textOf(warning)}
              </Typography>
            </li>
          ))}
        </Flex>
      </Flex>
    </Box>
  );
};
