import * as React from 'react';

import {
  Button,
  Divider,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';

import { useReturnFocus } from '../hooks/useReturnFocus';
import { useTranslate } from '../hooks/useTranslate';
import { DURATIONS, USUAL_DURATION } from './durations';
import { MadeLink } from './MadeLink';
import { PreviewLinks } from './PreviewLinks';
import { useMakeLink } from './useMakeLink';

import type { SharedId } from '../api/previewsApi';
import type { DocumentAddress } from '../api/revisionsApi';

interface SharePreviewProps {
  address: DocumentAddress;
  locale: string | null;
  /** what is shared, in words */
  name: string;
  /** who sees it, and what of it */
  text: string;
  /** What a link is to show, once the server has it; null where that did not get there. */
  ask: () => Promise<SharedId | null>;
  onClose: () => void;
}

/** Makes links that show a version of a document to whoever has them, and takes them back. */
export const SharePreview = ({ address, locale, name, text, ask, onClose }: SharePreviewProps) => {
  const t = useTranslate();
  const returnFocus = useReturnFocus();
  const [duration, setDuration] = React.useState(USUAL_DURATION);
  const { uid, documentId } = address;
  const { link, isBusy, failure, make, forget } = useMakeLink({ uid, documentId, locale, ask });

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('share.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Flex direction="column" alignItems="stretch" gap={1}>
              <Typography tag="h3" variant="omega" fontWeight="bold">
                {t('share.what')}
              </Typography>
              <Typography textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
                {locale ? `${name} (${locale})` : name}. {text}
              </Typography>
            </Flex>
            <Flex gap={2} alignItems="flex-end" wrap="wrap">
              <Field.Root name="revisions-duration" flex="1" minWidth="20rem">
                <Field.Label>{t('share.duration')}</Field.Label>
                <SingleSelect value={duration} onChange={(value) => setDuration(String(value))}>
                  {DURATIONS.map(({ value, label }) => (
                    <SingleSelectOption key={value} value={value}>
                      {t(label)}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
              <Button size="L" loading={isBusy} onClick={() => void make(duration)}>
                {t('share.create')}
              </Button>
            </Flex>
            {failure && (
              <Typography textColor="danger600" role="alert">
                {failure}
              </Typography>
            )}
            {link && <MadeLink link={link} />}
            <Divider />
            <PreviewLinks address={address} locale={locale} onRevoked={(id) => id === link?.id && forget()} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
