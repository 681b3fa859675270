import { useHistoryId } from '../hooks/useHistoryId';

import type {
  DocumentActionComponent,
  HeaderActionComponent,
  PanelComponent,
} from '@strapi/content-manager/strapi-admin';

/** They are about the content type, not about what is shown. */
const KEPT_ACTIONS = new Set<DocumentActionComponent['type']>(['configure-the-view', 'edit-the-model']);

/**
 * A document action (Save, Publish, Delete, …) that is not there while the page shows a revision. Its own keyboard
 * shortcut rests too, since it believes itself on the tab "Published".
 */
export const hideAction = (Action: DocumentActionComponent): DocumentActionComponent => {
  if (KEPT_ACTIONS.has(Action.type)) return Action;

  const Hidden: DocumentActionComponent = (props) => {
    const isInHistory = useHistoryId() !== null;
    const description = Action(isInHistory ? { ...props, activeTab: 'published' } : props);
    return isInHistory ? null : description;
  };
  return Object.assign(Hidden, { type: Action.type, position: Action.position });
};

/** A side panel that is not there while the page shows a revision. */
export const hidePanel = (Panel: PanelComponent): PanelComponent => {
  const Hidden: PanelComponent = (props) => {
    const isInHistory = useHistoryId() !== null;
    const description = Panel(props);
    return isInHistory ? null : description;
  };
  return Object.assign(Hidden, { type: Panel.type });
};

/** A button in the header that is not there while the page shows a revision. What chooses something, like the locale, stays. */
export const hideHeaderAction = (Action: HeaderActionComponent): HeaderActionComponent => {
  const Hidden: HeaderActionComponent = (props) => {
    const isInHistory = useHistoryId() !== null;
    const description = Action(props);
    return isInHistory && !description?.options ? null : description;
  };
  return Hidden;
};
