import type { Core } from '@strapi/strapi';
import type { Change } from '../../../contracts/compare';
import type { StateRef } from '../../../contracts/requests';
import { errors } from '@strapi/utils';
import type { Access, Entity } from '../access/access';
import { diff } from '../core/diff';
import type { Snapshot } from '../core/snapshot';
import { contentAt, placesIn } from '../core/visible-content';
import { createLabels } from './labels';
import { nameReferences } from './name-references';
import type { State, StateKey } from './states';
import { getService } from '.';

/** One side, with what conditions of roles may look at. */
export interface Side {
  state: State;
  entity: Entity;
}

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
    }: {
      uid: string;
      documentId: string;
      locale?: string;
      from: StateRef;
      to: StateRef;
    }): Promise<{ from: State; to: State }> {
      const states = getService(strapi, 'states');
      const { structure } = getService(strapi, 'tracking').reader(uid)!;
      const fixed = async (ref: StateRef): Promise<State | null> => {
        if (ref.type === 'draft') throw new errors.NotFoundError(`No draft ${ref.id} of this document`);
        return ref.type === 'revision' ? states.revision(ref.id, { uid, documentId }) : null;
      };
      const [left, right] = [await fixed(from), await fixed(to)];
      const asked = structure.localized ? locale : '';
      const key: StateKey = {
        uid,
        documentId,
        locale: asked ?? left?.locale ?? right?.locale ?? (await defaultLocale(structure.localized)),
      };
      const live = (ref: StateRef): Promise<State> =>
        ref.type === 'published' ? states.published(key) : states.current(key);

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
