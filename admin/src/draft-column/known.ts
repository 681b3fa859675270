import { getFetchClient } from '@strapi/strapi/admin';

import { SEES_DRAFTS } from '../permissions';
import { uidInAddress } from '../utils/uidInAddress';

import type { StrapiApp } from '@strapi/strapi/admin';

type RBACMiddleware = Extract<Parameters<StrapiApp['addRBACMiddleware']>[0], unknown[]>[number];

let asked: Promise<void> | null = null;
let tracked: string[] = [];
let maySeeDrafts = false;

const askTracked = async (): Promise<void> => {
  try {
    const { data } = await getFetchClient().get<{ data: string[] }>('/revisions/tracked');
    tracked = data.data;
  } catch {
    // A list without the column is still a list; the next one may have it.
    asked = null;
  }
};

const isList = (): boolean => /\/content-manager\/collection-types\/[^/]+\/?$/.test(window.location.pathname);

/**
 * The columns of a list are made outside of React, from what is known by then. What the user may do is asked for before
 * a list is shown, so whatever else the column has to know is found out along with it: once, since which types are
 * tracked changes when the server restarts.
 */
export const knowBeforehand: RBACMiddleware =
  ({ permissions }) =>
  (next) =>
  async (checked) => {
    maySeeDrafts = permissions.some(({ action }) => SEES_DRAFTS.some((known) => known.action === action));
    if (maySeeDrafts && isList()) await (asked ??= askTracked());
    return next(checked);
  };

/** Whether the list in the address has a column of drafts. */
export const hasDraftColumn = (): boolean => maySeeDrafts && tracked.includes(uidInAddress());
