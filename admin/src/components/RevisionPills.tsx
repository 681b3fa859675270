import { Flex } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { Pill } from './Pill';

import type { Revision } from '../../../contracts/revision';

/** What is special about a revision. Where there is no Draft & Publish nothing is published, so "current" says it all. */
export const RevisionPills = ({ revision }: { revision: Revision }) => {
  const t = useTranslate();
  const { isCurrent, isPublished, publications, restoredFromNumber, draftName } = revision;
  const wasPublished = publications.length > 0;

  if (!isCurrent && !wasPublished && restoredFromNumber === null && draftName === null) return null;

  return (
    <Flex gap={1} wrap="wrap">
      {isCurrent && <Pill variant="primary">{t('pill.current')}</Pill>}
      {wasPublished && isPublished && <Pill variant="success">{t('pill.published')}</Pill>}
      {wasPublished && !isPublished && <Pill variant="neutral">{t('pill.was-published')}</Pill>}
      {restoredFromNumber !== null && (
        <Pill variant="alternative">{t('pill.restored-from', { number: restoredFromNumber })}</Pill>
      )}
      {draftName !== null && <Pill variant="alternative">{t('pill.draft', { name: draftName })}</Pill>}
    </Flex>
  );
};
