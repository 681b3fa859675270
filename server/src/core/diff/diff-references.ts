import type { Change } from '../../../../contracts/compare';
import { equalJson } from '../equal-json';
import { itemText } from '../snapshot';
import type { AttributeShape } from '../structure';
import type { Deadline } from './deadline';
import { diffList } from './diff-list';
import { referenceSide } from './reference-side';

/** Both sides of a reference that changed. What looks the same, or is no reference, is shown as it is stored. */
export const referenceSides = (from: unknown, to: unknown, shape: AttributeShape): Partial<Change> => {
  const sides = { from: referenceSide(from, shape), to: referenceSide(to, shape) };
  const isShown = sides.from && sides.to && !equalJson(sides.from, sides.to);
  return isShown ? sides : { from, to, coarse: true };
};

interface Params {
  from: readonly unknown[];
  to: readonly unknown[];
  shape: AttributeShape;
  label: string;
  path: string;
  deadline: Deadline;
}

/** The differences of two lists of relations or files. A relation to the same document in another locale is changed. */
export const diffReferences = ({ from, to, shape, label, path, deadline }: Params): Change[] => {
  const show = (item: unknown): unknown => referenceSide(item, shape) ?? item;
  const identityOf = (item: unknown): string | null => {
    const side = referenceSide(item, shape);
    return side && JSON.stringify([side.target, side.documentId ?? side.id]);
  };
  return diffList({
    from,
    to,
    items: { textOf: (item) => itemText(item, shape, {}), identityOf },
    deadline,
    path,
    describe: () => ({ label, type: shape.type }),
    show,
    showMoved: (a, b) => ({ from: show(a), to: show(b) }),
    edit: (a, b) => referenceSides(a, b, shape),
  });
};
