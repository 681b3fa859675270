import { errors } from '@strapi/utils';
import type { Context } from '../controllers/context';

/** No documentId has a NUL in it, and PostgreSQL refuses to look for one: there is no such thing. */
export const noNul = (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
  if (Object.values(ctx.params).some((value) => String(value).includes('\0')))
    throw new errors.NotFoundError();
  return next();
};
