import type { DraftListRequest } from '../api/draftsApi';

export const SHOWS = ['mine', 'saved', 'unsaved'] as const satisfies readonly DraftListRequest['show'][];
export type Show = (typeof SHOWS)[number];

/** How long ago a draft was last changed. */
export const AGES = ['day', 'week', 'month', 'older'] as const;
export type Age = (typeof AGES)[number];

export const PAGE_SIZE = 20;
const MAX_PAGE_SIZE = 100;
const DAY = 24 * 60 * 60 * 1000;
const DAYS = { day: 1, week: 7, month: 30, older: 30 } satisfies Record<Age, number>;

export interface DraftListState {
  show: Show;
  search: string;
  /** uid of a content type; empty for all */
  type: string;
  /** `admin:1`; empty for everybody */
  creator: string;
  /** empty for any */
  age: Age | '';
  page: number;
  pageSize: number;
}

const CREATOR = /^(?:(?:admin|user|api-token):\d+|system)$/;

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((known) => known === value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const countOf = (value: unknown, otherwise: number): number => {
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? count : otherwise;
};

/** The list that an address asks for. What it says that makes no sense is as if it had said nothing. */
export const readListState = (query: Record<string, unknown>): DraftListState => {
  const creator = textOf(query.creator);
  const show = oneOf(SHOWS, query.show) ?? 'mine';
  return {
    show,
    search: textOf(query._q).trim(),
    type: textOf(query.type),
    creator: show !== 'mine' && CREATOR.test(creator) ? creator : '',
    age: oneOf(AGES, query.age) ?? '',
    page: countOf(query.page, 1),
    pageSize: Math.min(countOf(query.pageSize, PAGE_SIZE), MAX_PAGE_SIZE),
  };
};

export const isFiltered = ({ search, type, creator, age }: DraftListState): boolean =>
  [search, type, creator, age].some((value) => value !== '');

/** The span of time that an age stands for. */
const spanOf = (age: Age | '', now: number): Pick<DraftListRequest, 'before' | 'after'> => {
  if (age === '') return {};
  const time = new Date(now - DAYS[age] * DAY).toISOString();
  return age === 'older' ? { before: time } : { after: time };
};

export const listRequestOf = (
  { show, search, type, creator, age, page, pageSize }: DraftListState,
  now: number
): DraftListRequest => ({
  show,
  ...(search && { search }),
  ...(type && { type }),
  ...(creator && { creator }),
  ...spanOf(age, now),
  page,
  pageSize,
});
