import { Modal } from '@strapi/design-system';

import { useTranslate } from '../hooks/useTranslate';
import { DraftsInTurn } from './DraftsInTurn';

import type { DraftVerb, PlacedDraft } from '../api/draftsInTurnApi';

export interface DraftsTask {
  verb: DraftVerb;
  drafts: PlacedDraft[];
}

interface DraftsModalProps {
  task: DraftsTask;
  onClose: () => void;
}

/** Applies or deletes drafts, after one has said so once more. */
export const DraftsModal = ({ task: { verb, drafts }, onClose }: DraftsModalProps) => {
  const t = useTranslate();

  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('close')}>
          <Modal.Title>
            {t(verb === 'apply' ? 'drafts.apply.title' : 'drafts.delete.title', { count: drafts.length })}
          </Modal.Title>
        </Modal.Header>
        <DraftsInTurn verb={verb} drafts={drafts} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
};
