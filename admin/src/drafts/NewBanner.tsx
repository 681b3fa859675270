import { Button } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';

import { useTranslate } from '../hooks/useTranslate';
import { BannerFrame, SmallPrint } from './BannerFrame';
import { openDialog } from './draftStore';

import type { DraftView } from './engine/session';

/** Somebody is back at an entry that does not exist yet. */
export const NewBanner = ({ view }: { view: DraftView }) => {
  const t = useTranslate();
  const { formatDate } = useIntl();
  const from = formatDate(view.shownFrom ?? undefined, { dateStyle: 'medium', timeStyle: 'short' });

  return (
    <BannerFrame
      look="primary"
      label={t('draft.banner.region')}
      Icon={Pencil}
      title={t('draft.banner.new', { from })}
      buttons={
        <Button variant="danger-light" size="S" onClick={() => openDialog('discard')}>
          {t('draft.discard')}
        </Button>
      }
    >
      {view.isRecovered && <SmallPrint>{t('draft.banner.recovered')}</SmallPrint>}
    </BannerFrame>
  );
};
