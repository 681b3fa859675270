import { isRecord } from '../record';

/** Rich text of Strapi's blocks editor, read with care: it is JSON, and may be anything. */

/** Text in one dress. */
export interface Run {
  text: string;
  marks: string[];
  /** where it leads */
  link: string | null;
}

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'];

const runsOfNode = (node: unknown, link: string | null): Run[] | null => {
  if (!isRecord(node)) return null;
  const { text, type, url, children } = node;
  if (typeof text === 'string') return [{ text, marks: MARKS.filter((mark) => node[mark] === true), link }];
  if (type !== 'link' || link !== null || !Array.isArray(children)) return null;
  return runsOfNodes(children, typeof url === 'string' ? url : '');
};

const runsOfNodes = (nodes: unknown[], link: string | null): Run[] | null => {
  const runs: Run[] = [];
  for (const node of nodes) {
    const found = runsOfNode(node, link);
    if (!found) return null;
    runs.push(...found);
  }
  return runs;
};

/** What a block says that holds text and links, as paragraphs and list items do; null for one that holds blocks. */
export const runsOf = (block: unknown): Run[] | null =>
  isRecord(block) && Array.isArray(block.children) ? runsOfNodes(block.children, null) : null;

/** All text in a block, a line for each of the blocks within. */
export const textOf = (block: unknown): string => {
  const runs = runsOf(block);
  if (runs) return runs.map(({ text }) => text).join('');
  return isRecord(block) && Array.isArray(block.children) ? block.children.map(textOf).join('\n') : '';
};
