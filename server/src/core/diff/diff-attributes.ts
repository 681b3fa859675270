import type { Change } from '../../../../contracts/compare';
import { equalJson } from '../equal-json';
import { MAX_DEPTH, attributePath, isRecord, own, toList } from '../record';
import { isEmpty, sameValue } from '../same-value';
import { itemText } from '../snapshot';
import { isListShape, type AttributeShape, type Attributes } from '../structure';
import { changeOf, kindOf } from './change-of';
import type { Context, Head } from './context';
import { diffBlocks } from './diff-blocks';
import { diffJson } from './diff-json';
import { diffList } from './diff-list';
import { diffReferences, referenceSides } from './diff-references';
import { diffText } from './diff-text';
import { profileOf } from './profile-of';
import { referenceSide } from './reference-side';
import { titleOf } from './title-of';

const TEXTS = new Set(['string', 'text', 'richtext', 'email', 'uid']);

interface Level {
  /** of the type or component that has the attributes */
  uid: string;
  attributes: Attributes;
  from: unknown;
  to: unknown;
  path: string;
  depth: number;
}

/** An attribute's value on both sides. */
interface Passage {
  head: Head;
  shape: AttributeShape;
  from: unknown;
  to: unknown;
  depth: number;
}

/** The differences of two sets of attributes, in the order in which the structure has them. */
export const diffAttributes = (context: Context, level: Level): Change[] => {
  const { uid, attributes, path, depth } = level;
  return Object.entries(attributes).flatMap(([name, shape]): Change[] => {
    // A password is never recorded; were it here, it would be none to show.
    if (shape.type === 'password') return [];
    const [from, to] = [own(level.from, name) ?? null, own(level.to, name) ?? null];
    if (from === to) return [];
    const head = {
      path: attributePath(path, name),
      label: context.labels.attribute(uid, name),
      type: shape.type,
      ...(shape.customField !== undefined && { customField: shape.customField }),
    };
    const change = diffAttribute(context, { head, shape, from, to, depth });
    if (!change) return [];
    // The plugin of a custom field may have a way of its own to show it, and needs all of it.
    return [shape.customField === undefined ? change : { ...change, ...sides(from, to, shape) }];
  });
};

const sides = (from: unknown, to: unknown, shape: AttributeShape): Partial<Change> => ({
  ...(!isEmpty(from, shape) && { from }),
  ...(!isEmpty(to, shape) && { to }),
});

/** null where both sides are the same content. */
const diffAttribute = (context: Context, passage: Passage): Change | null => {
  try {
    return isListShape(passage.shape) ? diffItems(context, passage) : diffSingle(context, passage);
  } catch (error) {
    // JSON that is nested deeper than the stack reaches. It was recorded, so it was read; it is too deep to compare.
    if (!(error instanceof RangeError)) throw error;
    return whole(passage, true);
  }
};

/** Both sides as they are. */
const whole = ({ head, shape, from, to }: Passage, isCoarse = false): Change => ({
  ...changeOf(
    head,
    { value: from, isEmpty: isEmpty(from, shape) },
    { value: to, isEmpty: isEmpty(to, shape) }
  ),
  ...(isCoarse && { coarse: true }),
});

const diffSingle = (context: Context, passage: Passage): Change | null => {
  const { head, shape, from, to } = passage;
  if (equalJson(from, to)) return null;
  if (shape.type === 'component') return diffComponent(context, passage);
  if (sameValue(from, to, shape)) return null;
  if (shape.type === 'relation' || shape.type === 'media') return diffReference(passage);
  const change = whole(passage);
  if (change.kind !== 'changed') return change;
  if (TEXTS.has(shape.type) && typeof from === 'string' && typeof to === 'string') {
    const { parts, coarse } = diffText(from, to, context.deadline);
    return { ...change, parts, ...(coarse && { coarse }) };
  }
  if (shape.type === 'json')
    return { ...head, kind: 'changed', ...diffJson(from, to, head.path, context.deadline) };
  if (shape.type === 'blocks' && Array.isArray(from) && Array.isArray(to)) {
    return { ...head, kind: 'changed', children: diffBlocks(from, to, head.path, context.deadline) };
  }
  const isOdd = TEXTS.has(shape.type) || typeof from === 'object' || typeof to === 'object';
  return whole(passage, isOdd);
};

const diffReference = (passage: Passage): Change => {
  const { shape, from, to } = passage;
  const change = whole(passage);
  if (change.kind === 'changed') return { ...change, ...referenceSides(from, to, shape) };
  const side = referenceSide(from ?? to, shape);
  if (!side) return whole(passage, true);
  return { ...change, ...(change.kind === 'added' ? { to: side } : { from: side }) };
};

const diffComponent = (context: Context, passage: Passage): Change | null => {
  const { shape, from, to, head, depth } = passage;
  const uid = shape.component!;
  const isOdd = ![from, to].every((value) => value === null || isRecord(value));
  const change = { ...whole(passage, isOdd), component: uid };
  const isBoth = isRecord(from) && isRecord(to);
  const children = isOdd ? null : diffComponents(context, { uid, from, to, path: head.path, depth });
  if (isBoth && children) return { ...head, kind: 'changed', component: uid, children };
  if (sameValue(from, to, shape, context.structure.components)) return null;
  if (isBoth) return { ...change, coarse: true };
  return children ? { ...change, children } : change;
};

interface Components {
  uid: string;
  from: unknown;
  to: unknown;
  path: string;
  depth: number;
}

/** What is different in a component; null where that cannot be told. */
const diffComponents = (context: Context, { uid, depth, ...sidesAndPath }: Components): Change[] | null => {
  const attributes = own(context.structure.components, uid);
  if (!attributes || depth >= MAX_DEPTH) return null;
  const children = diffAttributes(context, { uid, attributes, depth: depth + 1, ...sidesAndPath });
  return children.length === 0 ? null : children;
};

const diffItems = (context: Context, passage: Passage): Change | null => {
  const { head, shape, from, to } = passage;
  if (![from, to].every((value) => value === null || Array.isArray(value))) {
    return sameValue(from, to, shape, context.structure.components) ? null : whole(passage, true);
  }
  const lists = { from: toList(from), to: toList(to) };
  const isReference = shape.type === 'relation' || shape.type === 'media';
  const children = isReference
    ? diffReferences({ ...lists, shape, label: head.label, path: head.path, deadline: context.deadline })
    : diffComponentList(context, passage, lists);
  if (children.length === 0) return null;
  const kind = kindOf({ isEmpty: lists.from.length === 0 }, { isEmpty: lists.to.length === 0 });
  return { ...head, kind, children };
};

const diffComponentList = (
  context: Context,
  { head, shape, depth }: Passage,
  lists: { from: unknown[]; to: unknown[] }
): Change[] => {
  const { components } = context.structure;
  const uidOf = (item: unknown): string | null => {
    const uid = shape.type === 'component' ? shape.component : own(item, '__component');
    return isRecord(item) && typeof uid === 'string' ? uid : null;
  };
  const attributesOf = (item: unknown): Attributes => own(components, uidOf(item) ?? '') ?? {};
  return diffList({
    ...lists,
    items: {
      textOf: (item) => itemText(item, shape, components),
      kindOf: uidOf,
      profileOf: (item) => profileOf(item, attributesOf(item)),
    },
    deadline: context.deadline,
    path: head.path,
    describe: (item) => {
      const [uid, title] = [uidOf(item), titleOf(item, attributesOf(item))];
      if (uid === null) return { label: head.label, type: 'component' };
      const label = context.labels.component(uid);
      return { label, type: 'component', component: uid, ...(title !== undefined && { title }) };
    },
    show: (item) => item,
    inside: (before, after, path) => {
      const uid = uidOf(after ?? before);
      return uid === null ? null : diffComponents(context, { uid, from: before, to: after, path, depth });
    },
    edit: (before, after, path) => {
      const uid = uidOf(after);
      const children = uid && diffComponents(context, { uid, from: before, to: after, path, depth });
      return children ? { children } : null;
    },
  });
};
