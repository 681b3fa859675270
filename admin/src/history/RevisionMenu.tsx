import { IconButton, Menu } from '@strapi/design-system';
import { ClockCounterClockwise, More, Pencil, Pin } from '@strapi/icons';

import { usePin } from '../annotate/usePin';
import { useCanRestore } from '../hooks/useCanRestore';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';

import type { Revision } from '../../../contracts/revision';

interface RevisionMenuProps {
  revision: Revision;
  onRestore: () => void;
  onAnnotate: () => void;
}

/** What can be done with a revision; nothing at all where the user may do none of it. */
export const RevisionMenu = ({ revision, onRestore, onAnnotate }: RevisionMenuProps) => {
  const t = useTranslate();
  const { canAnnotate } = useRevisionPermissions();
  const canRestore = useCanRestore();
  const togglePin = usePin(revision);

  if (!canAnnotate && !canRestore) return null;

  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        label={t('menu.label', { number: revision.number })}
        variant="ghost"
        size="XS"
      />
      <Menu.Content popoverPlacement="bottom-end">
        {canRestore && (
          <Menu.Item startIcon={<ClockCounterClockwise />} onSelect={onRestore}>
            {t('menu.restore')}
          </Menu.Item>
        )}
        {canAnnotate && (
          <>
            <Menu.Item startIcon={<Pencil />} onSelect={onAnnotate}>
              {t('menu.annotate')}
            </Menu.Item>
            <Menu.Item startIcon={<Pin />} onSelect={() => void togglePin()}>
              {t(revision.pinned ? 'menu.unpin' : 'menu.pin')}
            </Menu.Item>
          </>
        )}
      </Menu.Content>
    </Menu.Root>
  );
};
