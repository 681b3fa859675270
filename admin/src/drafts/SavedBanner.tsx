import { Button, Loader } from '@strapi/design-system';
import { Feather, Lock } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { Notes } from '../components/Notes';
import { useActorName } from '../hooks/useActorName';
import { useTranslate } from '../hooks/useTranslate';
import { ShareButton } from '../preview/ShareButton';
import { BannerFrame, SmallPrint } from './BannerFrame';
import { SeeChanges } from './SeeChanges';
import { openDialog, useKnownRights } from './draftStore';
import { useDraftNavigation } from './useDraftNavigation';

import type { DraftView } from './engine/session';

/** A draft with a name is open: the form edits that, and the entry stays as it is until it is applied. */
export const SavedBanner = ({ view }: { view: DraftView }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const actorName = useActorName();
  const { close } = useDraftNavigation();
  const { isKnown, mayEdit, mayDelete } = useKnownRights();
  const { draft } = view.save;
  const isReadOnly = isKnown && !mayEdit;

  if (!draft) return <Loader small>{t('loading')}</Loader>;

  const name = draft.name ?? t('draft.menu.yours');
  const changedAt = formatDate(draft.updatedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <BannerFrame
      look="alternative"
      label={t('draft.banner.region')}
      Icon={isReadOnly ? Lock : Feather}
      title={t('draft.banner.saved', { name, who: actorName(draft.creator) })}
      buttons={
        <>
          <SeeChanges view={view} />
          <ShareButton size="S" onClick={() => openDialog('share')} />
          {mayEdit && (
            <Button variant="tertiary" size="S" onClick={() => openDialog('settings')}>
              {t('draft.settings')}
            </Button>
          )}
          {mayDelete && (
            <Button variant="danger-light" size="S" onClick={() => openDialog('delete')}>
              {t('draft.delete')}
            </Button>
          )}
          <Button variant="tertiary" size="S" onClick={() => void close()}>
            {t('draft.close')}
          </Button>
        </>
      }
    >
      <SmallPrint>
        {t(isReadOnly ? 'draft.banner.saved.read-only' : 'draft.banner.saved.text', {
          count: view.changed.length,
          changedAt,
        })}
      </SmallPrint>
      {draft.notes && <Notes text={draft.notes} maxLines={3} />}
    </BannerFrame>
  );
};
