import * as React from 'react';

import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import { CompareLink } from '../components/CompareLink';
import { LoadError } from '../components/LoadError';
import { LoadingRows } from '../components/LoadingRows';
import { usePreviewRestoreQuery } from '../api/revisionsApi';
import { useFieldOrder } from '../hooks/useFieldOrder';
import { useTranslate } from '../hooks/useTranslate';
import { revisionRef } from '../utils/compareSearch';
import { FieldChoice } from './FieldChoice';
import { RestoreFailure } from './RestoreFailure';
import { RestoreOptions } from './RestoreOptions';
import { RestoreWarnings } from './RestoreWarnings';
import { changedFields } from './changedFields';
import { useRestore } from './useRestore';

import type { Choice } from './choice';
import type { Revision } from '../../../contracts/revision';

interface RestoreModalProps {
  revision: Revision;
  uid: string;
  collectionType: string;
  /** fields to begin with; all by default */
  selected?: string[];
  /** whether one comes from the comparison, and needs no way there */
  isComparing?: boolean;
  onRestored: () => Promise<void> | void;
  onClose: () => void;
}

/** Says what restoring a revision would change, lets one choose, and does it. */
export const RestoreModal = ({
  revision,
  uid,
  collectionType,
  selected,
  isComparing = false,
  onRestored,
  onClose,
}: RestoreModalProps) => {
  const t = useTranslate();
  const [choice, setChoice] = React.useState<Choice>({
    leftOut: null,
    locales: 'this',
    publish: false,
    notes: '',
  });
  const change = (part: Partial<Choice>) => setChoice((previous) => ({ ...previous, ...part }));

  const { currentData, error, refetch } = usePreviewRestoreQuery({
    id: revision.id,
    locales: choice.locales,
  });
  const { restore, isLoading, failure } = useRestore({
    revision,
    uid,
    collectionType,
    onRestored,
    onDone: onClose,
  });

  const inOrder = useFieldOrder(uid);
  const fields = currentData ? inOrder(changedFields(currentData)) : [];
  const names = fields.map(({ name }) => name);
  const leftOut = choice.leftOut ?? (selected ? names.filter((name) => !selected.includes(name)) : []);
  const chosen = fields.filter(({ name }) => !leftOut.includes(name));
  const hasNothing = currentData !== undefined && (currentData.data.unchanged || fields.length === 0);

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>{t('restore.title', { number: revision.number })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {error && <LoadError onRetry={refetch} error={error} />}
            {!currentData && !error && <LoadingRows count={4} />}
            {hasNothing && <Typography>{t('restore.nothing')}</Typography>}
            {currentData && !hasNothing && (
              <FieldChoice
                uid={uid}
                fields={fields}
                locales={choice.locales}
                leftOut={leftOut}
                onChange={change}
              />
            )}
            {currentData && !hasNothing && !isComparing && (
              <CompareLink
                isSmall
                address={{ uid, documentId: revision.documentId, collectionType }}
                from={revisionRef(revision.id)}
                to="current"
                locale={revision.locale}
              >
                {t('restore.compare')}
              </CompareLink>
            )}
            {currentData && (
              <RestoreWarnings
                uid={uid}
                warnings={currentData.data.warnings}
                leftOut={leftOut}
                showsLocale={choice.locales === 'all'}
              />
            )}
            {!error && (
              <RestoreOptions
                uid={uid}
                isLocalized={revision.locale !== null}
                hasNothing={hasNothing}
                choice={choice}
                onChange={change}
              />
            )}
            {failure && <RestoreFailure uid={uid} error={failure} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={isLoading}
            disabled={!currentData || hasNothing || chosen.length === 0}
            onClick={() =>
              void restore(choice, chosen.length < fields.length ? chosen.map(({ name }) => name) : undefined)
            }
          >
            {chosen.length < fields.length
              ? t('restore.confirm.some', { count: chosen.length })
              : t('restore.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
