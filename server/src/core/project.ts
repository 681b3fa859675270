import type { Added, Dropped } from '../../../contracts/revision';
import { convertScalar } from './convert-scalar';
import { readMedia, readRelation } from './read-reference';
import { MAX_DEPTH, attributePath, isRecord, itemPath, own, toList } from './record';
import type { Snapshot } from './snapshot';
import { isListShape, type AttributeShape, type Attributes, type Structure } from './structure';

type Reason = Dropped['reason'];

export interface ProjectParams {
  snapshot: Snapshot;
  /** structure that the snapshot was taken under; null = unknown, then a value is judged by itself */
  from: Structure | null;
  /** today's structure */
  to: Structure;
  /** the default locale's snapshot, on a localized type: what attributes hold that have become shared since */
  shared?: Snapshot | null;
  /**
   * Whether a component still exists anywhere; tells one that was deleted from one that only this type has no use
   * for any more. Without it, what occurs in `to`.
   */
  hasComponent?: (uid: string) => boolean;
}

export interface Projection {
  /** exactly the attributes of `to`, in alphabetical order */
  content: Snapshot;
  /** what today's schema has no place for; an empty value is no loss and not listed */
  dropped: Dropped[];
  /** what today's schema has and the snapshot lacks */
  added: Added[];
}

interface Context {
  from: Structure | null;
  to: Structure;
  hasComponent: (uid: string) => boolean;
  dropped: Dropped[];
  added: Added[];
}

/** One attribute's value on its way from one shape to another. */
interface Passage {
  value: unknown;
  /** undefined = unknown */
  from: AttributeShape | undefined;
  to: AttributeShape;
  path: string;
  depth: number;
}

/** Keys of a stored component that are no attributes. */
const ITEM_KEYS = new Set(['id', '__component']);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const NESTED = new Set(['component', 'dynamiczone', 'relation', 'media']);

const emptyOf = (shape: AttributeShape): unknown => (isListShape(shape) ? [] : null);

/** A default that its own attribute does not allow (the schema is only text) counts as none. */
const defaultOf = (shape: AttributeShape): unknown => {
  if (NESTED.has(shape.type)) return emptyOf(shape);
  const value = convertScalar({ value: shape.default, from: undefined, to: shape }) ?? null;
  // A copy: the structure is kept and shared, content is handed out.
  return typeof value === 'object' ? (JSON.parse(JSON.stringify(value)) as unknown) : value;
};

const drop = (context: Context, { path, to }: Passage, reason: Reason): unknown => {
  context.dropped.push({ path, reason });
  return defaultOf(to);
};

/** Why a value cannot stay: its attribute became another, or the attribute is what it was and takes no such value. */
const misfit = ({ from, to }: Passage): Reason =>
  from?.type === to.type ? 'value-not-allowed' : 'type-changed';

const projectScalar = (context: Context, passage: Passage): unknown => {
  const { value, from, to } = passage;
  const converted = convertScalar({ value, from: from?.type, to });
  if (converted !== undefined) return converted;
  if (isEmpty(value)) return null;
  if (to.type === 'enumeration' && from === undefined && typeof value === 'string') {
    return drop(context, passage, 'value-not-allowed');
  }
  return drop(context, passage, misfit(passage));
};

const projectReferences = (context: Context, passage: Passage): unknown => {
  const { value, from, to, path } = passage;
  if (isEmpty(value)) return emptyOf(to);
  if (from && (from.type !== to.type || from.target !== to.target)) {
    return drop(context, passage, 'type-changed');
  }
  const list = toList(value);
  if (!isListShape(to) && list.length > 1) return drop(context, passage, 'type-changed');

  const kept: unknown[] = [];
  list.forEach((item, index) => {
    if (item === null) return;
    const reference = to.type === 'media' ? readMedia(item) : readRelation(item, to.target);
    if (reference) kept.push(reference);
    else context.dropped.push({ path: itemPath(path, value, index), reason: misfit(passage) });
  });
  return isListShape(to) ? kept : (kept[0] ?? null);
};

/** uid of a stored component: it says so in a dynamic zone; elsewhere the attribute does. */
const uidOf = (item: Record<string, unknown>, { from, to }: Passage): string | undefined => {
  const tag = own(item, '__component');
  if (typeof tag === 'string') return tag;
  return from ? from.component : to.component;
};

/** Why a component of this uid has no place under the attribute; null if it has one. */
const refusal = (context: Context, passage: Passage, uid: string | undefined): Reason | null => {
  const { to } = passage;
  if (uid === undefined) return misfit(passage);
  const allowed = to.type === 'component' ? uid === to.component : to.components?.includes(uid) === true;
  if (allowed) return own(context.to.components, uid) ? null : 'component-removed';
  if (!context.hasComponent(uid)) return 'component-removed';
  return to.type === 'component' ? 'type-changed' : 'component-not-allowed';
};

const projectComponents = (context: Context, passage: Passage): unknown => {
  const { value, from, to, path, depth } = passage;
  if (isEmpty(value)) return emptyOf(to);
  if (from && from.type !== 'component' && from.type !== 'dynamiczone') {
    return drop(context, passage, 'type-changed');
  }
  const list = toList(value);
  if (!isListShape(to) && list.length > 1) return drop(context, passage, 'type-changed');
  if (to.type === 'component') {
    // All of its items are of one component: where one cannot stay, the attribute is another.
    for (const item of list) {
      const reason = isRecord(item) ? refusal(context, passage, uidOf(item, passage)) : null;
      if (reason) return drop(context, passage, reason);
    }
  }

  const kept: unknown[] = [];
  list.forEach((item, index) => {
    if (item === null) return;
    const here = itemPath(path, value, index);
    const uid = isRecord(item) ? uidOf(item, passage) : undefined;
    const reason = depth < MAX_DEPTH ? refusal(context, passage, uid) : 'type-changed';
    if (reason || uid === undefined || !isRecord(item)) {
      context.dropped.push({ path: here, reason: reason ?? misfit(passage) });
      return;
    }
    const fields = projectAttributes(context, {
      source: item,
      from: own(context.from?.components, uid),
      to: own(context.to.components, uid) ?? {},
      path: here,
      depth: depth + 1,
    });
    kept.push(
      to.type === 'dynamiczone'
        ? Object.fromEntries([['__component', uid], ...fields])
        : Object.fromEntries(fields)
    );
  });
  return isListShape(to) ? kept : (kept[0] ?? null);
};

const projectValue = (context: Context, passage: Passage): unknown => {
  switch (passage.to.type) {
    case 'component':
    case 'dynamiczone':
      return projectComponents(context, passage);
    case 'relation':
    case 'media':
      return projectReferences(context, passage);
    default:
      return projectScalar(context, passage);
  }
};

interface Level {
  source: Record<string, unknown>;
  from: Attributes | undefined;
  to: Attributes;
  path: string;
  depth: number;
}

const projectAttributes = (
  context: Context,
  { source, from, to, path, depth }: Level
): [string, unknown][] => {
  const entries: [string, unknown][] = [];
  for (const name of [...new Set([...Object.keys(source), ...Object.keys(to)])].sort()) {
    const here = attributePath(path, name);
    const shape = own(to, name);
    const before = own(from, name);
    // A password is never recorded: what stands under the name of one is not looked at.
    const value = before?.type === 'password' ? undefined : own(source, name);

    if (!shape || shape.type === 'password') {
      if (isEmpty(value) || ITEM_KEYS.has(name)) continue;
      context.dropped.push({ path: here, reason: shape ? 'type-changed' : 'attribute-removed' });
    } else if (value === undefined) {
      context.added.push({ path: here });
      entries.push([name, defaultOf(shape)]);
    } else {
      entries.push([name, projectValue(context, { value, from: before, to: shape, path: here, depth })]);
    }
  }
  return entries;
};

/** The snapshot, with the default locale's value in each attribute that all locales share by now. */
const withShared = ({ snapshot, from, to, shared }: ProjectParams): Record<string, unknown> => {
  if (!isRecord(snapshot)) return {};
  if (!from || !isRecord(shared)) return snapshot;
  const taken = Object.keys(to.attributes).filter(
    (name) =>
      own(from.attributes, name)?.localized === true &&
      own(to.attributes, name)?.localized === false &&
      own(shared, name) !== undefined
  );
  return Object.fromEntries([
    ...Object.entries(snapshot),
    ...taken.map((name): [string, unknown] => [name, own(shared, name)]),
  ]);
};

/**
 * Shows a snapshot in today's structure (public interface, section 3: "Content always has today's structure").
 * What the schema no longer has is left out, what it has since is there with its default or empty, what changed its
 * type is converted where nothing is lost. Paths are those of the snapshot, `sections[2].body`.
 *
 * Total: no stored snapshot and no schema makes it throw, whatever they hold.
 */
export const project = (params: ProjectParams): Projection => {
  const { from, to } = params;
  const context: Context = {
    from,
    to,
    hasComponent: params.hasComponent ?? ((uid) => own(to.components, uid) !== undefined),
    dropped: [],
    added: [],
  };
  const entries = projectAttributes(context, {
    source: withShared(params),
    from: from?.attributes,
    to: to.attributes,
    path: '',
    depth: 0,
  });
  return { content: Object.fromEntries(entries), dropped: context.dropped, added: context.added };
};
