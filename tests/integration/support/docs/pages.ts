import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The pages under docs/, and the examples in them: a request in a block of its own, its answer in the next. */

const ROOT = path.resolve(__dirname, '../../../..');

export interface Example {
  page: string;
  /** where the answer's text begins and ends in the page */
  from: number;
  to: number;
  language: 'http' | 'graphql' | 'js';
  /** a visitor without a token asks */
  isPublic: boolean;
  request: string;
  answer: string;
  /** `_revision` and `_draft` with all that they hold */
  isWhole: boolean;
}

const EXAMPLE = /^```(http|graphql|js)( public)?\n([^]*?)\n```\n\n```json( whole)?\n([^]*?)```$/gm;
const REQUEST = /^```(?:http|graphql|js)\b/gm;

const read = (page: string): string => fs.readFileSync(path.join(ROOT, page), 'utf8');

export const listPages = (): string[] =>
  fs
    .readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.split(path.sep).join('/')}`)
    .sort();

/** @throws where a request has no answer below it */
export const examplesIn = (page: string): Example[] => {
  const text = read(page);
  const examples = [...text.matchAll(EXAMPLE)].map((match): Example => {
    const [whole, language, isPublic, request, isWhole, answer] = match;
    const to = match.index + whole.length - '```'.length;
    return {
      page,
      from: to - answer!.length,
      to,
      language: language as Example['language'],
      isPublic: isPublic !== undefined,
      request: request!,
      answer: answer!,
      isWhole: isWhole !== undefined,
    };
  });
  const requests = [...text.matchAll(REQUEST)].length;
  if (requests !== examples.length) {
    throw new Error(`${page}: ${requests} requests, ${examples.length} answers below them`);
  }
  return examples;
};

/** Puts the answers that came into a page, as Prettier writes them. */
export const rewrite = (page: string, answers: { example: Example; answer: unknown }[]): void => {
  let text = read(page);
  for (const { example, answer } of [...answers].reverse()) {
    text = `${text.slice(0, example.from)}${JSON.stringify(answer)}\n${text.slice(example.to)}`;
  }
  fs.writeFileSync(path.join(ROOT, page), text);
  execFileSync('npx', ['prettier', '--write', page], { cwd: ROOT });
};
