import * as React from 'react';

import { Button, Flex } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useParams } from 'react-router-dom';

import { useCanRestore } from '../hooks/useCanRestore';
import { useRevisionNavigation } from '../hooks/useRevisionNavigation';
import { useTranslate } from '../hooks/useTranslate';
import { ShareButton } from '../preview/ShareButton';
import { SharePreview } from '../preview/SharePreview';
import { RestoreModal } from '../restore/RestoreModal';

import type { Revision } from '../../../contracts/revision';

/** The ways out of a revision: with it, or without. */
export const HistoryButtons = ({ revision }: { revision: Revision }) => {
  const t = useTranslate();
  const { slug = '', collectionType = '' } = useParams();
  const canRestore = useCanRestore();
  const { close } = useRevisionNavigation();
  const [isRestoring, setIsRestoring] = React.useState(false);
  const [isSharing, setIsSharing] = React.useState(false);

  return (
    <Flex gap={2} wrap="wrap">
      <Button variant="tertiary" onClick={() => void close(revision.locale)}>
        {t('banner.back')}
      </Button>
      <ShareButton onClick={() => setIsSharing(true)} />
      {canRestore && (
        <Button startIcon={<ClockCounterClockwise />} onClick={() => setIsRestoring(true)}>
          {t('banner.restore')}
        </Button>
      )}
      {isSharing && (
        <SharePreview
          address={{ uid: slug, documentId: revision.documentId, collectionType }}
          locale={revision.locale}
          name={t('revision.number', { number: revision.number })}
          text={t('share.text.revision')}
          ask={() => Promise.resolve({ revisionId: revision.id })}
          onClose={() => setIsSharing(false)}
        />
      )}
      {isRestoring && (
        <RestoreModal
          revision={revision}
          uid={slug}
          collectionType={collectionType}
          onRestored={() => close(revision.locale)}
          onClose={() => setIsRestoring(false)}
        />
      )}
    </Flex>
  );
};
