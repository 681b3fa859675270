import type { Core } from '@strapi/strapi';
import type { Model, ShapesOf } from '../core/query/shapes';

/** What Strapi's own filters and orders go by: the attributes as the database has them, with `id` and the times. */
export const modelOf = (strapi: Core.Strapi, uid: string): Model => {
  const shapesOf: ShapesOf = (of) =>
    of !== undefined && strapi.db.metadata.has(of)
      ? (strapi.db.metadata.get(of).attributes as ReturnType<ShapesOf>)
      : {};
  return { uid, shapesOf };
};
