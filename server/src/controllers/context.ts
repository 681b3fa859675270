import type { AccessContext } from '../access/access-of';

/** The part of a Koa context that the controllers use. */
export interface Context extends AccessContext {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: { body?: unknown };
  status: number;
  body: unknown;
}
