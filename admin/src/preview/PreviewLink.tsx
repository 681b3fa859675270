import * as React from 'react';

import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { useLinkName } from './useLinkName';
import { useUntil } from './useUntil';

import type { DocumentAddress } from '../api/revisionsApi';
import type { Preview } from '../../../contracts/preview';

interface PreviewLinkProps {
  address: DocumentAddress;
  locale: string | null;
  preview: Preview;
  isBusy: boolean;
  onRevoke: () => void;
}

/** A link that still works: what it shows, until when, and the end of it. */
export const PreviewLink = ({ address, locale, preview, isBusy, onRevoke }: PreviewLinkProps) => {
  const t = useTranslate();
  const name = useLinkName({ address, locale, preview });
  const until = useUntil()(preview.expiresAt);

  return (
    <Flex tag="li" justifyContent="space-between" gap={4} paddingTop={2} paddingBottom={2}>
      <Flex direction="column" alignItems="flex-start" minWidth={0}>
        <Typography fontWeight="semiBold" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {preview.locale ? `${name} (${preview.locale})` : name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {until}
        </Typography>
      </Flex>
      <Button variant="danger-light" size="S" loading={isBusy} style={{ flexShrink: 0 }} onClick={onRevoke}>
        {t('share.revoke')}
        <VisuallyHidden tag="span">{` ${name}, ${until}`}</VisuallyHidden>
      </Button>
    </Flex>
  );
};
