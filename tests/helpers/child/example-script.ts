import type { ChildTask } from './serve';

/** What a `script` of `startChild` looks like. */
export const createToken: ChildTask = ({ strapi }) =>
  strapi
    .service('admin::api-token')
    .create({ name: 'child', description: '', type: 'full-access', lifespan: null });

export const fail: ChildTask = async () => {
  throw new Error('as it should');
};
