/** What the rows of one branch of the reading statement are, see plan.ts. */
export type Branch =
  | { kind: 'main'; columns: { name: string; type: string }[] }
  | { kind: 'component'; uid: string; columns: { name: string; type: string }[] }
  | { kind: 'relation' | 'morph' | 'media' }
  | { kind: 'head' }
  | { kind: 'document' }
  | { kind: 'draft' };

/** Adds a branch: the expressions of its columns, those that do not apply left out, and its `from` with its `where`. */
export type Add = (
  branch: Branch,
  parts: Partial<Record<'p' | 't' | 'f' | 'o' | 'i' | 's' | 'v' | 'b', string>>,
  from: string
) => void;
