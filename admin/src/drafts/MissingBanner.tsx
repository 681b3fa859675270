import { Button } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { useTranslate } from '../hooks/useTranslate';
import { BannerFrame, SmallPrint } from './BannerFrame';
import { useDraftNavigation } from './useDraftNavigation';

/** The address names a draft that is gone, never was, or is not for this user. */
export const MissingBanner = () => {
  const t = useTranslate();
  const { close } = useDraftNavigation();

  return (
    <BannerFrame
      look="warning"
      label={t('draft.banner.region')}
      Icon={WarningCircle}
      title={t('draft.missing')}
      buttons={
        <Button variant="tertiary" size="S" onClick={() => void close()}>
          {t('draft.to-current')}
        </Button>
      }
    >
      <SmallPrint>{t('draft.missing.text')}</SmallPrint>
    </BannerFrame>
  );
};
