import type { Change, ChangeKind, TextPart } from '../../../contracts/compare';

/** The same changes as seen from the other side. */

const KINDS: Record<ChangeKind, ChangeKind> = {
  added: 'removed',
  removed: 'added',
  changed: 'changed',
  moved: 'moved',
};

const mirrorPart = ({ kind, text, marks }: TextPart): TextPart => {
  if (kind === 'removed') return { kind: 'added', text };
  if (kind === 'added') return { kind: 'removed', text };
  if (!marks) return { kind, text };
  const { added, removed, link } = marks;
  return {
    kind,
    text,
    marks: { added: removed, removed: added, ...(link && { link: { from: link.to, to: link.from } }) },
  };
};

/** What was removed stands first. */
const mirrorParts = (parts: TextPart[]): TextPart[] => {
  const result: TextPart[] = [];
  for (const part of parts.map(mirrorPart)) {
    const last = result.at(-1);
    if (part.kind === 'removed' && last?.kind === 'added') result.splice(-1, 0, part);
    else result.push(part);
  }
  return result;
};

const mirrorChange = (change: Change, above: string, mirroredAbove: string): Change => {
  const { kind, from, to, fromIndex, toIndex, children, parts, title, ...rest } = change;
  void title;
  const ownStep = change.path.slice(above.length);
  const place = fromIndex ?? toIndex;
  const path = mirroredAbove + (place === undefined ? ownStep : ownStep.replace(/\[\d+\]$/, `[${place}]`));
  const isIndexed = rest.type === 'json' && place !== undefined;
  return {
    ...rest,
    path,
    label: isIndexed ? `[${place}]` : rest.label,
    kind: KINDS[kind],
    ...('to' in change && { from: to }),
    ...('from' in change && { to: from }),
    ...(toIndex !== undefined && { fromIndex: toIndex }),
    ...(fromIndex !== undefined && { toIndex: fromIndex }),
    ...(children && { children: mirrorAll(children, change.path, path) }),
    ...(parts && { parts: mirrorParts(parts) }),
  };
};

const mirrorAll = (changes: Change[], above: string, mirroredAbove: string): Change[] =>
  changes.map((change) => mirrorChange(change, above, mirroredAbove));

export const mirrorChanges = (changes: Change[]): Change[] => mirrorAll(changes, '', '');

/** Without what is only said of one side, and in an order that does not depend on the direction. */
export const comparable = (changes: Change[]): unknown[] =>
  changes
    .map(({ title, label, children, component, ...rest }): unknown => {
      void title;
      void label;
      void component;
      return { ...rest, ...(children && { children: comparable(children) }) };
    })
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
