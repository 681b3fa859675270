import { Button } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { usePreviewPermission } from './usePreviewPermission';

/** Asks for the dialog, where one may share at all. */
export const ShareButton = ({ size, onClick }: { size?: 'S' | 'M'; onClick: () => void }) => {
  const t = useTranslate();
  const canShare = usePreviewPermission();
  if (!canShare) return null;

  return (
    <Button variant="tertiary" size={size} onClick={onClick}>
      {t('share.button')}
    </Button>
  );
};
