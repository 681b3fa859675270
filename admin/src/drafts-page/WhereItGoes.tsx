import { Typography } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { useDraftTypes } from './useDraftTypes';

/** Whether what is applied is live: where there is Draft & Publish, it is not; elsewhere, at once. */
export const WhereItGoes = ({ uids }: { uids: string[] }) => {
  const t = useTranslate();
  const { nameOf, hasDraftAndPublish, isLoading } = useDraftTypes();
  const unique = [...new Set(uids)];
  const live = unique.filter((uid) => !hasDraftAndPublish(uid));

  if (isLoading) return null;
  return (
    <>
      {live.length < unique.length && <Typography>{t('drafts.apply.unpublished')}</Typography>}
      {live.length > 0 && (
        <Typography textColor="warning700">
          {t('drafts.apply.live', { types: live.map(nameOf).join(', ') })}
        </Typography>
      )}
    </>
  );
};
