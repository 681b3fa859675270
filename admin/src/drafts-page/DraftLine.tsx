import { Flex, Typography } from '@strapi/design-system';

import { RelativeTime } from '../components/RelativeTime';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { useDraftName } from './useDraftName';

import type { ListedDraft } from '../../../contracts/draft';

/** Which draft it is, on two lines: of which entry, and who changed it when. */
export const DraftLine = ({ draft }: { draft: ListedDraft }) => {
  const t = useTranslate();
  const actorName = useActorName();
  const { titleOf, nameOf } = useDraftName();

  return (
    <Flex direction="column" alignItems="flex-start" minWidth={0}>
      <Typography
        tag="span"
        fontWeight="semiBold"
        textColor="neutral800"
        style={{ overflowWrap: 'anywhere' }}
      >
        {titleOf(draft)}
      </Typography>
      <Typography tag="span" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {nameOf(draft)}
        {' · '}
        {draft.isMine ? t('drafts.you') : actorName(draft.creator)}
        {' · '}
        <RelativeTime date={draft.updatedAt} />
        {draft.locales.length > 0 && ` · ${draft.locales.join(', ')}`}
      </Typography>
    </Flex>
  );
};
