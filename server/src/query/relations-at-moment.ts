import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import { byAttribute, hydrate, type Selection } from '../services/hydrate';
import type { Moment } from './moment';
import { rememberOrigin } from './origin';
import { selectionOf, type Candidate, type ReadParams } from './reading';
import { GONE, replaceEntries, type Replace } from './replace-entries';

type Entry = Record<string, unknown>;

/**
 * Populated relations as their targets were at a time, as the entries that they are of. A target that was never recorded
 * has not been saved since the plugin came: it is shown as it is, if it was made by then.
 */
export const relationsAtMoment = async (
  strapi: Core.Strapi,
  { uid, moment, params, answered }: { uid: string; moment: Moment; params: ReadParams; answered: unknown }
): Promise<unknown> => {
  const selection = selectionOf(strapi, uid, params);
  const top = new Set(Array.isArray(answered) ? answered : [answered]);

  // what is known beforehand to be looked up, at once
  const asked: Promise<unknown>[] = [];
  await replaceEntries(strapi, { uid, value: answered, selection }, async (of, entry) => {
    if (!top.has(entry)) asked.push(moment.of(of, entry));
    return null;
  });
  await Promise.all(asked);

  const replace = atMoment(strapi, moment);
  return replaceEntries(strapi, { uid, value: answered, selection }, async (of, entry, wanted) =>
    top.has(entry) ? null : replace(of, entry, wanted)
  );
};

/** Puts what a document was in the place of each entry of it. */
export const atMoment =
  (strapi: Core.Strapi, moment: Moment): Replace =>
  async (uid, entry, selection) => {
    const found = await moment.of(uid, entry);
    return found === null || found === GONE ? found : shownAs(strapi, uid, found, entry, selection);
  };

/** With the row's id, and no more of its times than was asked for. */
const shownAs = async (
  strapi: Core.Strapi,
  uid: string,
  candidate: Candidate,
  entry: Entry,
  selection: Selection
): Promise<Entry> => {
  const { structure } = getService(strapi, 'tracking').reader(uid)!;
  const names = Object.keys(byAttribute(selection.populate, structure.attributes));
  const content = candidate.linked ? await candidate.linked(names) : candidate.content;
  const shown = await hydrate(strapi, { ...candidate, content, structure, selection });
  const asked = Object.entries(candidate.own).filter(([name]) => Object.hasOwn(entry, name));
  return rememberOrigin(
    strapi,
    { ...Object.fromEntries(asked), ...shown, id: entry.id, documentId: entry.documentId },
    { ...candidate, structure }
  );
};
