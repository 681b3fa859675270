import { isRecord, own, toList } from '../record';
import { readRelation } from '../read-reference';
import type { RelationReference } from '../snapshot';
import type { AttributeShape } from '../structure';
import { InputError } from './input-error';

/** A document as a write names it. */
export interface WantedDocument {
  target: string;
  documentId: string | null;
  id: number | null;
  /** undefined: not said */
  locale: string | null | undefined;
}

/** The reference as it is read back; null where there is no such document. */
export type FindDocument = (wanted: WantedDocument) => RelationReference | null;

interface Given {
  value: unknown;
  shape: AttributeShape;
  /** the relation that connecting and disconnecting starts from */
  over: unknown;
  path: string;
  find: FindDocument;
}

const KEYS = ['set', 'connect', 'disconnect'] as const;
const OTHER_KEYS = new Set<string>([...KEYS, 'options']);

const isOperation = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && KEYS.some((key) => Object.hasOwn(value, key));

const wantedOf = (item: unknown, { shape, path }: Given): WantedDocument => {
  const isObject = isRecord(item);
  const documentId = isObject ? item.documentId : typeof item === 'string' ? item : undefined;
  const id = isObject ? item.id : item;
  const target = shape.target ?? (isObject ? (item.__type ?? item.type) : undefined);
  if (typeof target !== 'string') {
    throw new InputError(path, 'may point at several types; name one as __type beside the documentId');
  }
  const locale =
    isObject && (item.locale === null || typeof item.locale === 'string') ? item.locale : undefined;
  if (typeof documentId === 'string' && documentId !== '') return { target, documentId, id: null, locale };
  const number = typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : id;
  if (Number.isInteger(number)) return { target, documentId: null, id: number as number, locale };
  throw new InputError(path, 'is no relation; give a documentId, { documentId } or { id }');
};

const isSame = (a: RelationReference, b: RelationReference): boolean =>
  a.documentId === b.documentId &&
  a.type === b.type &&
  (a.locale ?? null) === (b.locale ?? null) &&
  (a.documentId !== undefined || a.id === b.id);

/** The same document, whichever locale is meant where none is said. */
const isMeant = (
  reference: RelationReference,
  wanted: WantedDocument,
  found: RelationReference | null
): boolean =>
  found
    ? isSame(reference, found)
    : wanted.documentId !== null &&
      reference.documentId === wanted.documentId &&
      (wanted.locale === undefined || wanted.locale === (reference.locale ?? null));

/** What is named, as the relation holds it: one that may point anywhere says where to. */
const look = (item: unknown, given: Given): { wanted: WantedDocument; found: RelationReference | null } => {
  const wanted = wantedOf(item, given);
  const found = given.find(wanted);
  return {
    wanted,
    found: found && given.shape.target === undefined ? { ...found, type: wanted.target } : found,
  };
};

/** @throws InputError where there is no such document, and was none in the relation */
const resolve = (item: unknown, known: RelationReference[], given: Given): RelationReference => {
  const { wanted, found } = look(item, given);
  const reference = found ?? known.find((one) => isMeant(one, wanted, null));
  if (reference) return reference;
  const name = wanted.documentId === null ? `with id ${wanted.id}` : `"${wanted.documentId}"`;
  throw new InputError(given.path, `there is no ${wanted.target} ${name}`);
};

/** Where a connected document goes in the list: Strapi's `position`. */
const placeOf = (item: unknown, list: RelationReference[], given: Given): number => {
  const position = own(item, 'position');
  if (!isRecord(position)) return list.length;
  if (position.start === true) return 0;
  const neighbour = position.before ?? position.after;
  if (neighbour === undefined) return list.length;
  const named = isRecord(neighbour) ? neighbour : { ...position, documentId: neighbour, id: neighbour };
  const { wanted, found } = look(
    {
      ...named,
      documentId: typeof named.documentId === 'string' ? named.documentId : undefined,
      __type: own(item, '__type'),
    },
    given
  );
  const index = list.findIndex((reference) => isMeant(reference, wanted, found));
  if (index < 0) return list.length;
  return position.before === undefined ? index + 1 : index;
};

/** A relation as it is written, in whichever of Strapi's ways, in the form in which it is read back. @throws InputError */
export const readRelationInput = (given: Given): RelationReference[] | RelationReference | null => {
  const { value, shape, over, path } = given;
  const known = toList(over).flatMap((item) => readRelation(item, shape.target) ?? []);
  let list: RelationReference[];
  if (isOperation(value)) {
    const wrong = Object.keys(value).find((key) => !OTHER_KEYS.has(key));
    if (wrong !== undefined)
      throw new InputError(path, `"${wrong}" is not known; give set, connect or disconnect`);
    list = value.set === undefined ? known : toList(value.set).map((item) => resolve(item, known, given));
    for (const item of toList(value.disconnect)) {
      const { wanted, found } = look(item, given);
      list = list.filter((reference) => !isMeant(reference, wanted, found));
    }
    for (const item of toList(value.connect)) {
      const reference = resolve(item, known, given);
      const others = shape.multiple === true ? list.filter((other) => !isSame(other, reference)) : [];
      const place = placeOf(item, others, given);
      list = [...others.slice(0, place), reference, ...others.slice(place)];
    }
  } else {
    list = toList(value).map((item) => resolve(item, known, given));
  }
  const unique = list.filter((item, index) => list.findIndex((other) => isSame(item, other)) === index);
  return shape.multiple === true ? unique : (unique[0] ?? null);
};
