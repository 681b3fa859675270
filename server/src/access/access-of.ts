import type { Core } from '@strapi/strapi';
import type { Access } from './access';
import { adminAccess, type AdminState } from './admin-access';
import { contentApiAccess } from './content-api-access';

/** The part of a Koa context that says who asks, and through which door. */
export interface AccessContext {
  state: AdminState & { auth?: unknown; route?: { info?: { type?: string } } };
}

export const accessOf = (strapi: Core.Strapi, { state }: AccessContext, uid: string): Access =>
  state.route?.info?.type === 'admin'
    ? adminAccess(strapi, state, uid)
    : contentApiAccess(strapi, state.auth, uid);
