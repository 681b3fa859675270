import { errors } from '@strapi/utils';
import type { Context } from '../controllers/context';

/**
 * The tabs of a browser share Strapi's token: once somebody signs in in one of them, the others send their requests as
 * that user. What a page writes by itself says in its address whose it is meant to be, and never ends up among the drafts
 * of another.
 */
export const sameUser = (ctx: Context, next: () => Promise<unknown>): Promise<unknown> => {
  const { user: meant } = ctx.query;
  const { user } = ctx.state as { user?: { id: number | string } };
  if (meant !== undefined && String(meant) !== String(user?.id)) {
    // Of a ForbiddenError Strapi leaves the details out.
    throw new errors.PolicyError('Somebody else is signed in', { reason: 'other-user' });
  }
  return next();
};
