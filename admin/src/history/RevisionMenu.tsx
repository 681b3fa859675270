import { IconButton, Menu } from '@strapi/design-system';
import { ArrowsHorizontal, ClockCounterClockwise, More, Pencil, Pin } from '@strapi/icons';

import { usePin } from '../annotate/usePin';
import { useCanRestore } from '../hooks/useCanRestore';
import { useRevisionPermissions } from '../hooks/useRevisionPermissions';
import { useTranslate } from '../hooks/useTranslate';
import { revisionRef } from '../utils/compareSearch';

import type { Revision } from '../../../contracts/revision';

interface RevisionMenuProps {
  revision: Revision;
  onCompare: (sides: { from: string; to: string }) => void;
  onRestore: () => void;
  onAnnotate: () => void;
}

/** What can be done with a revision, as far as the user may. */
export const RevisionMenu = ({ revision, onCompare, onRestore, onAnnotate }: RevisionMenuProps) => {
  const t = useTranslate();
  const { canAnnotate } = useRevisionPermissions();
  const canRestore = useCanRestore();
  const togglePin = usePin(revision);

  return (
    <Menu.Root>
      <Menu.Trigger
        tag={IconButton}
        icon={<More />}
        label={t('menu.label', { number: revision.number })}
        variant="ghost"
        size="XS"
      />
      <Menu.Content popoverPlacement="bottom-end" maxHeight="none">
        <Menu.Item
          startIcon={<ArrowsHorizontal />}
          onSelect={() => onCompare({ from: 'previous', to: revisionRef(revision.id) })}
        >
          {t('menu.compare.previous')}
        </Menu.Item>
        {!revision.isCurrent && (
          <Menu.Item
            startIcon={<ArrowsHorizontal />}
            onSelect={() => onCompare({ from: revisionRef(revision.id), to: 'current' })}
          >
            {t('menu.compare.current')}
          </Menu.Item>
        )}
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
