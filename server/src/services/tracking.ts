import type { Core } from '@strapi/strapi';
import picomatch from 'picomatch';
import {
  configSchema,
  parseOptions,
  typeOptionsSchema,
  type Config,
  type TypeOptions,
} from '../config/schema';
import { createReader, type DocumentReader } from '../store/reading/read-document';

/** A content type whose documents are recorded. */
export interface TrackedType {
  uid: string;
  reader: DocumentReader;
  /** revisions kept per document and locale; 0 = unlimited */
  maxRevisions: number;
  /** whether the edit view saves into drafts by itself */
  autosaveDrafts: boolean;
}

/** Which content types are recorded, and with what options. */
const tracking = ({ strapi }: { strapi: Core.Strapi }) => {
  const config: Config = parseOptions(
    configSchema,
    strapi.config.get('plugin::revisions'),
    'plugin::revisions'
  );
  const included = picomatch(config.contentTypes.include, { dot: true });
  const excluded = picomatch(config.contentTypes.exclude, { dot: true });
  let types: Map<string, TrackedType> | null = null;
  const readers = new Map<string, DocumentReader>();

  const optionsOf = (uid: string): TypeOptions => {
    const { pluginOptions } = strapi.contentType(uid as never) as { pluginOptions?: Record<string, unknown> };
    return parseOptions(typeOptionsSchema, pluginOptions?.revisions, `${uid} (pluginOptions.revisions)`);
  };

  return {
    config,

    /** Works out the tracked types. To be called once Strapi's database is there. */
    load(): void {
      types = new Map();
      for (const uid of Object.keys(strapi.contentTypes)) {
        if (!included(uid) || excluded(uid)) continue;
        const options = optionsOf(uid);
        if (options.enabled === false) continue;
        types.set(uid, {
          uid,
          reader: createReader(strapi, uid),
          maxRevisions: options.maxRevisions ?? config.maxRevisions,
          autosaveDrafts: options.autosaveDrafts ?? config.autosaveDrafts,
        });
      }
    },

    /** @returns null where the type is not tracked, and for all before the database is there */
    find: (uid: string): TrackedType | null => types?.get(uid) ?? null,

    /** Reads any content type there is: revisions of one that is no longer tracked can still be looked at. */
    reader(uid: string): DocumentReader | null {
      const tracked = types?.get(uid)?.reader ?? readers.get(uid);
      if (tracked) return tracked;
      if (!strapi.contentTypes[uid as never]) return null;
      const reader = createReader(strapi, uid);
      readers.set(uid, reader);
      return reader;
    },

    hasDraftAndPublish: (uid: string): boolean =>
      // not by way of `strapi.contentTypes`, which copies them all each time
      (strapi.contentType(uid as never) as { options?: { draftAndPublish?: boolean } } | undefined)?.options
        ?.draftAndPublish === true,

    all: (): TrackedType[] => [...(types?.values() ?? [])],
  };
};

export default tracking;
