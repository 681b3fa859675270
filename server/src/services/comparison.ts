import type { Core } from '@strapi/strapi';
import type { Change } from '../../../contracts/compare';
import type { StateRef } from '../../../contracts/requests';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { diff } from '../core/diff';
import type { Snapshot } from '../core/snapshot';
import { contentAt, placesIn } from '../core/visible-content';
import type { StoredDraft } from '../store/drafts';
import { createLabels } from './labels';
import { nameReferences } from './name-references';
import type { State, StateKey } from './states';
import { getService } from '.';

/** One side, with what conditions of roles may look at. */
export interface Side {
  state: State;
  entity: Entity;
}

/** @throws NotFoundError where the caller sees no such draft */
export type FindDraft = (id: number) => Promise<StoredDraft>;

/** The drafts among states. @throws NotFoundError where one is of another document */
const findDrafts = async (
  refs: StateRef[],
  { uid, documentId }: { uid: string; documentId: string },
  find: FindDraft
): Promise<StoredDraft[]> => {
  const drafts: StoredDraft[] = [];
  for (const ref of refs) {
    if (ref.type !== 'draft') continue;
    const draft = await find(ref.id);
    if (draft.uid !== uid || draft.documentId !== documentId) {
      throw new errors.NotFoundError(`No draft ${ref.id} of this document`);
    }
    drafts.push(draft);
  }
  return drafts;
};

/** What changed between two states of a document (public interface, section 4). */
const comparison = ({ strapi }: { strapi: Core.Strapi }) => {
  const defaultLocale = async (isLocalized: boolean): Promise<string> =>
    isLocalized ? strapi.plugin('i18n').service('locales').getDefaultLocale() : '';

  /** What the caller may read of a side. */
  const visible = async ({ state, entity }: Side, uid: string, access: Access): Promise<Snapshot | null> => {
    const { content } = state;
    if (!content) return null;
    const { structure } = getService(strapi, 'tracking').reader(uid)!;
    const places = await access.readable(placesIn(content, structure), entity);
    return contentAt(content, structure, places);
  };

  return {
    /**
     * @param locale of the states that have none of their own; absent: the other side's, then the default one
     * @throws NotFoundError where there is no such state
     */
    async find({
      uid,
      documentId,
      locale,
      from,
      to,
      draft,
    }: {
      uid: string;
      documentId: string;
      locale?: string;
      from: StateRef;
      to: StateRef;
      draft: FindDraft;
    }): Promise<{ from: State; to: State }> {
      const states = getService(strapi, 'states');
      const { structure } = getService(strapi, 'tracking').reader(uid)!;
      const fixed = async (ref: StateRef): Promise<State | null> => {
        return ref.type === 'revision' ? states.revision(ref.id, { uid, documentId }) : null;
      };
      const [left, right] = [await fixed(from), await fixed(to)];
      const drafts = await findDrafts([from, to], { uid, documentId }, draft);
      const asked = structure.localized ? (locale ?? drafts[0]?.locales[0]?.locale) : '';
      const key: StateKey = {
        uid,
        documentId,
        locale: asked ?? left?.locale ?? right?.locale ?? (await defaultLocale(structure.localized)),
      };
      const live = (ref: StateRef): Promise<State> => {
        if (ref.type === 'draft')
          return states.draft(
            drafts.find(({ id }) => id === ref.id)!,
            key
          );
        return ref.type === 'published' ? states.published(key) : states.current(key);
      };

      const target = right ?? (await live(to));
      if (from.type === 'previous') return { from: await states.previous(target, key), to: target };
      return { from: left ?? (await live(from)), to: target };
    },

    /** @param accessTo what the caller may do with a type; what they may not read is in no change */
    async changes(
      uid: string,
      { from, to }: { from: Side; to: Side },
      accessTo: (uid: string) => Access
    ): Promise<Change[]> {
      const { structure } = getService(strapi, 'tracking').reader(uid)!;
      const changes = diff({
        from: await visible(from, uid, accessTo(uid)),
        to: await visible(to, uid, accessTo(uid)),
        structure,
        labels: await createLabels(strapi, structure),
      });
      await nameReferences(strapi, changes, accessTo);
      return changes;
    },
  };
};

export default comparison;
