import { gaps } from '../diff/gaps';
import { knownItem, type KnownItem } from '../diff/known-item';
import type { Profile } from '../diff/likeness';
import { matchItems } from '../diff/match-items';
import { profileOf } from '../diff/profile-of';
import { matchInStages } from '../match-in-stages';
import { inOrder, nearestFirst } from '../match-stages';
import { isRecord, own } from '../record';
import { rowKey } from '../row-key';
import { itemText } from '../snapshot';
import type { AttributeShape, Attributes } from '../structure';
import type { Trio } from './arrange';
import { mapSides, type Sides } from './sides';

interface Params {
  lists: Sides<unknown[]>;
  /** of the attribute that holds them */
  shape: AttributeShape;
  components: Record<string, Attributes>;
}

/** For each place on one side the place on another, or null. */
type Links = (number | null)[];

type BaseLinks = Record<'draft' | 'current', Links>;

/** More pairs than this are not compared by their words. A count, not a clock: a merge is the same at any time. */
const MAX_COMPARISONS = 10_000;

/**
 * Which items of three lists are the same ones: those of the same row; else of the same content, the nearest first;
 * else, where rows do not tell, what an item became (`matchItems` of the comparison), or what is of the same component
 * at the same place between the same neighbours. An item that both sides added alike is one.
 *
 * @returns each item of each list once
 */
export const matchSides = ({ lists, shape, components }: Params): Trio[] => {
  const uidOf = (item: unknown): string | null => {
    const uid = shape.type === 'component' ? shape.component : own(item, '__component');
    return isRecord(item) && typeof uid === 'string' ? uid : null;
  };
  const items = mapSides(lists, (list) =>
    list.map((item) => knownItem(item, (each) => itemText(each, shape, components)))
  );
  const rows = mapSides(lists, (list) => new Set(list.flatMap((item) => rowKey(item) ?? [])));

  const toBase = { draft: sureLinks(items.base, items.draft), current: sureLinks(items.base, items.current) };
  const linkLikely = (side: 'draft' | 'current'): void => {
    if (haveCommon(rows.base, rows[side])) return;
    const isRowed = haveCommon(rows.draft, rows.current);
    const fresh = new Set(isRowed ? lists[side].filter((item) => rowKey(item) === null) : []);
    toBase[side] = likelyLinks({
      from: items.base,
      to: items[side],
      known: toBase[side],
      kindOf: (item) => (fresh.has(item) ? null : uidOf(item)),
      profileOf: (item) => profileOf(item, own(components, uidOf(item) ?? '') ?? {}),
    });
  };

  linkAcross(items, toBase);
  linkLikely('draft');
  linkAcross(items, toBase);
  linkLikely('current');
  return triosOf(lists, toBase, linkAcross(items, toBase));
};

const haveCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((key) => b.has(key));

/** Pairs of the same row, and of the same content. Lists that are the same are so in their order, whatever their rows. */
const sureLinks = (from: readonly KnownItem<unknown>[], to: readonly KnownItem<unknown>[]): Links => {
  const isSameList =
    from.length === to.length && from.every((item, place) => item.text() === to[place]!.text());
  if (isSameList) return to.map((_, place) => place);
  return matchInStages({
    from,
    to,
    stages: [inOrder(({ item }) => rowKey(item.item)), nearestFirst(({ item }) => item.text())],
  });
};

/**
 * Pairs what is left by what it became; at last what stands between the same neighbours, of the same component, in
 * order.
 */
const likelyLinks = ({ from, to, known, kindOf, profileOf }: LikelyParams): Links => {
  const left = { from: from.length - linked(known).size, to: known.filter((place) => place === null).length };
  const isTooMuch = left.from * left.to > MAX_COMPARISONS;
  const found = matchItems({
    from,
    to,
    items: { textOf: () => '', kindOf, profileOf },
    deadline: { left: () => (isTooMuch ? 0 : Infinity), isOver: () => isTooMuch },
    known,
  });

  const gapOf = gaps(found, from.length);
  const slots = (side: readonly KnownItem<unknown>[], gap: number[]): (string | null)[] =>
    side.map(({ item }, place) => (kindOf(item) === null ? null : `${gap[place]} ${kindOf(item)}`));
  return matchInStages({
    from: slots(from, gapOf.from),
    to: slots(to, gapOf.to),
    known: found,
    stages: [inOrder(({ item }) => item)],
  });
};

interface LikelyParams {
  from: readonly KnownItem<unknown>[];
  to: readonly KnownItem<unknown>[];
  known: Links;
  /** null of an item that cannot be another one edited */
  kindOf: (item: unknown) => string | null;
  profileOf: (item: unknown) => Profile;
}

const linked = (links: Links): Set<number> => new Set(links.filter((place) => place !== null));

/**
 * Pairs what the draft and upstream have of the same row, or alike, where base does not say so yet: what one of them
 * is known to be in base, so is the other.
 *
 * @returns for each place upstream the place in the draft
 */
const linkAcross = (items: Sides<KnownItem<unknown>[]>, toBase: BaseLinks): Links => {
  const drafts = new Map(toBase.draft.map((base, place) => [base, place]));
  const links = matchInStages({
    from: items.draft,
    to: items.current,
    known: toBase.current.map((base) => (base === null ? null : (drafts.get(base) ?? null))),
    stages: [inOrder(({ item }) => rowKey(item.item)), nearestFirst(({ item }) => item.text())],
  });
  return links.map((draft, current) => {
    if (draft === null) return null;
    const [ofDraft, ofCurrent] = [toBase.draft[draft]!, toBase.current[current]!];
    toBase.draft[draft] = ofDraft ?? ofCurrent;
    toBase.current[current] = ofCurrent ?? ofDraft;
    return draft;
  });
};

const triosOf = (lists: Sides<unknown[]>, toBase: BaseLinks, toDraft: Links): Trio[] => {
  const inverse = (links: Links): Map<number | null, number> =>
    new Map(links.map((place, index) => [place, index]));
  const [drafts, currents, twins] = [inverse(toBase.draft), inverse(toBase.current), inverse(toDraft)];
  return [
    ...lists.base.map((_, base) => ({
      base,
      draft: drafts.get(base) ?? null,
      current: currents.get(base) ?? null,
    })),
    ...lists.draft.flatMap((_, draft) =>
      toBase.draft[draft] === null ? [{ base: null, draft, current: twins.get(draft) ?? null }] : []
    ),
    ...lists.current.flatMap((_, current) =>
      toBase.current[current] === null && toDraft[current] === null
        ? [{ base: null, draft: null, current }]
        : []
    ),
  ];
};
