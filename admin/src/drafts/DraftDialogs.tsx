import { ApplyRunner } from './ApplyRunner';
import { ConfirmDraft } from './ConfirmDraft';
import { NameModal } from './NameModal';
import { ResolveModal } from './ResolveModal';
import { ShareDraft } from './ShareDraft';
import { openDialog, useDialog, useDraftView } from './draftStore';

/** The dialog that somebody asked for, from the banner, the header's menu or a field. */
export const DraftDialogs = () => {
  const dialog = useDialog();
  const view = useDraftView();
  const close = () => openDialog(null);

  if (!view || view.status === 'opening') return null;
  switch (dialog) {
    case 'create':
    case 'save':
    case 'settings':
      return <NameModal view={view} purpose={dialog} onClose={close} />;
    case 'discard':
    case 'delete':
      return <ConfirmDraft view={view} purpose={dialog} onClose={close} />;
    case 'resolve':
      return <ResolveModal view={view} onClose={close} />;
    case 'apply':
    case 'publish':
      return <ApplyRunner view={view} publish={dialog === 'publish'} onClose={close} />;
    case 'share':
      return <ShareDraft view={view} onClose={close} />;
    default:
      return null;
  }
};
