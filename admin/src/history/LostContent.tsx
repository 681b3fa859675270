import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { useFieldLabels } from '../hooks/useFieldLabels';
import { useTranslate } from '../hooks/useTranslate';
import { useWarningText } from '../hooks/useWarningText';

import type { RevisionContent } from '../../../contracts/revision';

interface LostContentProps {
  uid: string;
  meta: RevisionContent['meta'];
}

/** What the revision had and nobody can have back: targets that are gone, fields that the schema no longer has. */
export const LostContent = ({ uid, meta }: LostContentProps) => {
  const t = useTranslate();
  const labelOf = useFieldLabels(uid);
  const textOf = useWarningText();
  const lost = [
    ...meta.missing.map((missing) => ({ ...missing, code: 'missing' as const })),
    ...meta.dropped.map(({ path, reason }) => ({ path, code: reason })),
  ];

  if (lost.length === 0) return null;

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2}>
        <WarningCircle aria-hidden fill="warning600" />
        <Typography variant="pi" fontWeight="bold">
          {t('banner.lost')}
        </Typography>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingLeft={6}>
        {lost.map((item) => (
          <li key={`${item.code}:${item.path}`}>
            <Typography variant="pi" textColor="neutral700">
              <strong>{labelOf(item.path)}</strong>: {textOf(item)}
            </Typography>
          </li>
        ))}
      </Flex>
    </Flex>
  );
};
