/** What tabs of one browser tell each other about a draft. */
export type TabMessage =
  /** who else has this open? */
  | { kind: 'opened'; key: string }
  /** something was typed here that makes this tab the one that edits */
  | { kind: 'editing'; key: string }
  | { kind: 'saved'; key: string; lockVersion: number }
  /** saved into the document, applied or discarded */
  | { kind: 'ended'; key: string };

export interface OtherTabs {
  tell: (message: TabMessage) => void;
  close: () => void;
}

/** Listens to the other tabs, where the browser has a way for them to talk. */
export const listenToTabs = (onMessage: (message: TabMessage) => void): OtherTabs => {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, close: () => undefined };

  const channel = new BroadcastChannel('strapi-revisions-drafts');
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onMessage(data);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
};
