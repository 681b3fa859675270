import type { Core } from '@strapi/strapi';
import { EVENTS } from '../../contracts/event';
import { getService } from './services';

/** Strapi's own, of entries that still are there. */
const STRAPIS = ['entry.create', 'entry.update', 'entry.publish', 'entry.unpublish', 'entry.draft-discard'];

interface EntryEvent {
  uid: string;
  entry?: { documentId?: string; locale?: string | null };
  meta?: Record<string, unknown>;
}

/**
 * Lets webhooks be made for our events, and gives Strapi's own of recorded entries the `meta.status` they lack: a
 * listener that was added before the webhooks' is called before them, with the same payload. To be called in `register`.
 */
export const registerEvents = (strapi: Core.Strapi): void => {
  const webhooks = strapi.get('webhookStore') as { addAllowedEvent(key: string, value: string): void };
  for (const event of EVENTS) webhooks.addAllowedEvent(event.toUpperCase().replace(/\W/g, '_'), event);

  for (const event of STRAPIS) {
    strapi.eventHub.on(event, async (payload: EntryEvent) => {
      const { documentId, locale } = payload.entry ?? {};
      if (documentId === undefined || !getService(strapi, 'tracking').find(payload.uid)) return;
      const status = getService(strapi, 'events').statusOf({ uid: payload.uid, documentId }, locale ?? '');
      if (status) payload.meta = { ...payload.meta, status };
    });
  }
};
