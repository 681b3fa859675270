import { IconButton, Menu } from '@strapi/design-system';
import { ArrowsHorizontal, Check, More, Pencil, Trash } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';

import { useOpenCompare } from '../hooks/useOpenCompare';
import { useTranslate } from '../hooks/useTranslate';
import { draftRef } from '../utils/draftPath';
import { useDraftLink } from './useDraftLink';
import { useDraftName } from './useDraftName';

import type { DraftVerb, PlacedDraft } from '../api/draftsInTurnApi';

interface DraftMenuProps {
  placed: PlacedDraft;
  onAct: (verb: DraftVerb) => void;
}

/** What can be done with a draft, as far as the user may. */
export const DraftMenu = ({ placed: { draft, collectionType }, onAct }: DraftMenuProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { titleOf, nameOf } = useDraftName();
  const { uid, documentId } = draft;
  const { to, state } = useDraftLink()(draft, collectionType);
  const openCompare = useOpenCompare({ uid, documentId: documentId ?? '', collectionType });

  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        label={t('drafts.menu', { title: titleOf(draft), name: nameOf(draft) })}
        variant="ghost"
      />
      <Menu.Content popoverPlacement="bottom-end" maxHeight="none">
        <Menu.Item startIcon={<Pencil />} onSelect={() => navigate(to, { state })}>
          {t('drafts.open')}
        </Menu.Item>
        {documentId !== null && !draft.isOrphan && (
          <Menu.Item
            startIcon={<ArrowsHorizontal />}
            onSelect={() =>
              openCompare({ from: 'current', to: draftRef(draft.id), locale: draft.locales[0] ?? null })
            }
          >
            {t('drafts.compare')}
          </Menu.Item>
        )}
        {draft.mayApply && (
          <Menu.Item startIcon={<Check />} onSelect={() => onAct('apply')}>
            {t('drafts.apply')}
          </Menu.Item>
        )}
        {draft.mayDelete && (
          <Menu.Item variant="danger" startIcon={<Trash />} onSelect={() => onAct('delete')}>
            {t('drafts.delete')}
          </Menu.Item>
        )}
      </Menu.Content>
    </Menu.Root>
  );
};
