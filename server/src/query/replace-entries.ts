import type { Core } from '@strapi/strapi';
import { isRecord } from '../core/record';
import type { AttributeShape, Attributes, Structure } from '../core/structure';
import { getService } from '../services';
import { byAttribute, type Selection } from '../services/hydrate';

type Entry = Record<string, unknown>;

/**
 * Told of every entry of an answer, from the top down.
 *
 * @param selection what was asked for of it
 * @returns what is to be there instead; null: it stays; GONE: it is left out
 */
export type Replace = (
  uid: string,
  entry: Entry,
  selection: Selection
) => Promise<Entry | typeof GONE | null>;

export const GONE = Symbol('gone');

/** The same answer as before where it is asked the same. */
const remembered = <A, B, Answer>(work: (a: A, b: B) => Answer): ((a: A, b: B) => Answer) => {
  const known = new Map<A, Map<B, Answer>>();
  return (a, b) => {
    const answers = known.get(a) ?? new Map<B, Answer>();
    known.set(a, answers);
    if (!answers.has(b)) answers.set(b, work(a, b));
    return answers.get(b)!;
  };
};

/** An answer in which entries are replaced wherever they appear, in lists and in populated relations. */
export const replaceEntries = async (
  strapi: Core.Strapi,
  { uid, value, selection }: { uid: string; value: unknown; selection: Selection },
  replace: Replace
): Promise<unknown> => {
  // what is asked for is the same of every entry of a kind
  const attributesOf = remembered(({ attributes }: Structure, of: string): Attributes => {
    const siblings: AttributeShape = { type: 'relation', target: of, multiple: true };
    return { ...attributes, localizations: siblings };
  });
  const askedOf = remembered(
    (attributes: Attributes, { populate = {} }: Selection): [string, AttributeShape, Selection][] => {
      const asked = byAttribute(populate, attributes);
      return Object.entries(attributes).flatMap(([name, shape]) =>
        Object.hasOwn(asked, name) ? [[name, shape, asked[name]!]] : []
      );
    }
  );
  const chosenOf = remembered((wanted: Selection, kind: string): Selection => {
    const chosen = (wanted as { on?: Record<string, Selection | true> }).on?.[kind];
    return chosen === undefined ? wanted : { populate: {}, ...(chosen === true ? {} : chosen) };
  });

  const each = async (given: unknown, work: (item: Entry) => Promise<unknown>): Promise<unknown> => {
    const one = async (item: unknown): Promise<unknown> => (isRecord(item) ? work(item) : item);
    if (!Array.isArray(given)) {
      const shown = await one(given);
      return shown === GONE ? null : shown;
    }
    const results: unknown[] = [];
    for (const item of given) results.push(await one(item));
    return results.filter((item) => item !== GONE);
  };

  const entry = async (of: string, given: Entry, wanted: Selection): Promise<Entry | typeof GONE> => {
    const structure = getService(strapi, 'tracking').reader(of)?.structure;
    const replaced = (await replace(of, given, wanted)) ?? given;
    if (replaced === GONE) return GONE;
    // what a relation to several types points at says which one it is
    const shown = Object.hasOwn(given, '__type') ? { ...replaced, __type: given.__type } : replaced;
    return structure ? below(attributesOf(structure, of), shown, wanted) : shown;
  };

  const below = async (attributes: Attributes, given: Entry, wanted: Selection): Promise<Entry> => {
    const result = { ...given };
    for (const [name, shape, selection] of askedOf(attributes, wanted)) {
      const held = given[name];
      if (held === null || typeof held !== 'object') continue;
      result[name] = await each(held, (item) => nested(shape, item, selection));
    }
    return result;
  };

  const nested = async (
    shape: AttributeShape,
    item: Entry,
    wanted: Selection
  ): Promise<Entry | typeof GONE> => {
    const kind = shape.component ?? shape.target ?? item.__component ?? item.__type;
    if (typeof kind !== 'string') return item;
    const selection = chosenOf(wanted, kind);
    if (shape.type === 'relation') return entry(kind, item, selection);
    const component = strapi.components[kind as never] as { attributes: Attributes } | undefined;
    return component ? below(component.attributes, item, selection) : item;
  };

  return each(value, (item) => entry(uid, item, selection));
};
