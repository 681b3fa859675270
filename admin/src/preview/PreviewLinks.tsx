import * as React from 'react';

import { Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import { useGetPreviewsQuery, useRevokePreviewMutation } from '../api/previewsApi';
import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { useTranslate } from '../hooks/useTranslate';
import { PreviewLink } from './PreviewLink';

import type { DocumentAddress } from '../api/revisionsApi';

interface PreviewLinksProps {
  address: DocumentAddress;
  locale: string | null;
  onRevoked: (id: number) => void;
}

/** The links to versions of a document that the user made, and that still work. */
export const PreviewLinks = ({ address, locale, onRevoked }: PreviewLinksProps) => {
  const t = useTranslate();
  const { toggleNotification } = useNotification();
  const { uid, documentId } = address;
  const { data: previews, error, refetch } = useGetPreviewsQuery({ uid, documentId });
  const [revokePreview] = useRevokePreviewMutation();
  const [revoking, setRevoking] = React.useState<number | null>(null);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const headingId = React.useId();

  const revoke = async (id: number) => {
    setRevoking(id);
    const answer = await revokePreview(id);
    setRevoking(null);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: t('share.revoke.failed') });
      return;
    }
    // Its button goes with it.
    heading.current?.focus();
    toggleNotification({ type: 'success', message: t('share.revoked') });
    onRevoked(id);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography
        ref={heading}
        id={headingId}
        tag="h3"
        tabIndex={-1}
        variant="omega"
        fontWeight="bold"
        style={{ outline: 'none' }}
      >
        {t('share.links')}
      </Typography>
      {error && <LoadError error={error} onRetry={refetch} />}
      {!error && !previews && <LoadingRows count={2} />}
      {!error && previews?.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('share.links.empty')}
        </Typography>
      )}
      {!error && previews && previews.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" aria-labelledby={headingId}>
          {previews.map((preview) => (
            <PreviewLink
              key={preview.id}
              address={address}
              locale={locale}
              preview={preview}
              isBusy={revoking === preview.id}
              onRevoke={() => void revoke(preview.id)}
            />
          ))}
        </Flex>
      )}
    </Flex>
  );
};
