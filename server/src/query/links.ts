import type { Core } from '@strapi/strapi';
import { readRelation } from '../core/read-reference';
import { toList } from '../core/record';
import type { RelationReference, Snapshot } from '../core/snapshot';
import { getService } from '../services';
import { hasFewDocuments } from '../store/documents';
import { searchAtMoment, type MomentSearch } from '../store/revision-search';
import { BOUND, type Candidate } from './reading';

const WHOLE = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

/** What a relation is called on the documents that it points at. */
interface OtherSide {
  target: string;
  attribute: string;
}

/** A document in a locale, as a reference or an entry names it. */
interface Named {
  documentId?: unknown;
  locale?: unknown;
}

/** A document as it was, as the other side of a link. */
interface Known {
  documentId: string;
  locale: string | null;
  /** ms since 1970: when it was recorded */
  at: number;
  content: Snapshot;
}

const otherSideOf = (strapi: Core.Strapi, uid: string, name: string): OtherSide | null => {
  const attributes = strapi.contentType(uid as never)?.attributes as
    Record<string, { target?: string; mappedBy?: string; inversedBy?: string }> | undefined;
  const { target, mappedBy, inversedBy } = attributes?.[name] ?? {};
  const attribute = mappedBy ?? inversedBy;
  return target && attribute ? { target, attribute } : null;
};

/** A type without locales, and what points at it, name none. */
const sameLocale = (a: unknown, b: unknown): boolean => (a ?? b) === (b ?? a);

const isOf = (reference: Named, { documentId, locale }: Named): boolean =>
  reference.documentId === documentId && sameLocale(reference.locale, locale);

/** @param uid of the document, where the relation says of what type it points at something */
const pointsAt = (value: unknown, uid: string, document: Named): boolean =>
  toList(value).some((item) => {
    const reference = readRelation(item, uid);
    return reference !== null && isOf(reference, document);
  });

/**
 * Relations with two sides as they were at a time. A link is made on either side, and a save records the document that is
 * saved: of the two, the one that was recorded last by then knows whether they were linked. What points at a document is
 * told by its content alone, so the documents of the other side's type are looked through, {@link BOUND} at most: of a type
 * with more of them a relation is as it was recorded with the document itself.
 */
export const createLinks = (strapi: Core.Strapi, search: Pick<MomentSearch, 'at'> & { status?: string }) => {
  const tracking = getService(strapi, 'tracking');
  const types = new Map<string, Promise<Known[]>>();

  const read = async (uid: string): Promise<Known[]> => {
    const { connection } = getService(strapi, 'store');
    const published = tracking.hasDraftAndPublish(uid) && search.status !== 'draft';
    const all = { uid, locale: null, at: search.at, published };
    const found = await connection(async (knex) =>
      (await hasFewDocuments(knex, uid, BOUND)) ? searchAtMoment(knex, all, WHOLE) : []
    );
    const contents = await getService(strapi, 'content').contentsOf(found);
    return found.map(({ row, document: { documentId } }, index) => ({
      documentId,
      locale: row.locale || null,
      at: row.createdAt,
      content: contents[index]!,
    }));
  };

  /** Each type is read once. */
  const documentsOf = (uid: string): Promise<Known[]> => {
    const known = types.get(uid) ?? read(uid);
    types.set(uid, known);
    return known;
  };

  const linksIn = async (uid: string, { own, content }: Candidate, name: string): Promise<unknown> => {
    const recorded = content[name];
    const other = otherSideOf(strapi, uid, name);
    if (!other || !tracking.find(other.target)) return recorded;
    const at = Date.parse(String(own.createdAt));
    const documents = await documentsOf(other.target);
    const knownAs = (one: RelationReference) => documents.find((known) => isOf(one, known));

    const kept = (toList(recorded) as RelationReference[]).filter((reference) => {
      const one = knownAs(reference);
      return !one || one.at <= at || pointsAt(one.content[other.attribute], uid, own);
    });
    const added = documents
      .filter((one) => one.at > at && pointsAt(one.content[other.attribute], uid, own))
      .filter((one) => !kept.some((reference) => isOf(reference, one)))
      .sort((a, b) => a.at - b.at)
      .map(({ documentId, locale }): RelationReference => ({ documentId, locale }));

    // what points at one only may have been taken over by another that was recorded later
    const others = isSingle(other) ? (await documentsOf(uid)).filter((one) => !isOf(own, one)) : [];
    const isTaken = (reference: RelationReference): boolean => {
      const last = Math.max(at, knownAs(reference)?.at ?? 0);
      return others.some((one) => one.at > last && pointsAt(one.content[name], other.target, reference));
    };
    const links = [...kept, ...added].filter((reference) => !isTaken(reference));
    // where there can be one only, what was linked last counts
    return Array.isArray(recorded) ? links : (links.at(-1) ?? null);
  };

  const isSingle = ({ target, attribute }: OtherSide): boolean =>
    tracking.reader(target)?.structure.attributes[attribute]?.multiple === false;

  /** @returns the content with those of the attributes that are such relations as they were */
  return async (uid: string, candidate: Candidate, names: readonly string[]): Promise<Snapshot> => {
    const content = { ...candidate.content };
    for (const name of names) {
      if (Object.hasOwn(content, name)) content[name] = await linksIn(uid, candidate, name);
    }
    return content;
  };
};
