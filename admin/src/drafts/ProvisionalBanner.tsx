import { Button } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';
import { ShareButton } from '../preview/ShareButton';
import { BannerFrame, SmallPrint } from './BannerFrame';
import { SeeChanges } from './SeeChanges';
import { openDialog } from './draftStore';

import type { DraftView } from './engine/session';

/** Somebody is back, and the form shows what they had not saved. */
export const ProvisionalBanner = ({ view }: { view: DraftView }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const from = formatDate(view.shownFrom ?? undefined, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <BannerFrame
      look="primary"
      label={t('draft.banner.region')}
      Icon={Pencil}
      title={t('draft.banner.unsaved', { from })}
      buttons={
        <>
          <SeeChanges view={view} />
          <ShareButton size="S" onClick={() => openDialog('share')} />
          <Button variant="tertiary" size="S" onClick={() => openDialog('save')}>
            {t('draft.save-as')}
          </Button>
          <Button variant="danger-light" size="S" onClick={() => openDialog('discard')}>
            {t('draft.discard')}
          </Button>
        </>
      }
    >
      {view.isRecovered && <SmallPrint>{t('draft.banner.recovered')}</SmallPrint>}
    </BannerFrame>
  );
};
