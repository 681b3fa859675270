import type { Core } from '@strapi/strapi';
import { errors, sanitize, traverse, validate } from '@strapi/utils';

interface Visited {
  key: string;
  schema?: { uid: string };
  attribute?: unknown;
  path: { attribute: string | null };
}

/** Keys that would tell of an admin user what their row in an answer does not show. */
const ASKING = new Set(['filters', 'sort', 'populate']);

/**
 * `fields` and `populate` of a request on the admin API, for a role that may read just some paths of the type.
 *
 * Strapi's own check takes what is asked of a relation's target for attributes of the type itself, and refuses nearly
 * all of it, whoever asks (@strapi/admin, permissions-manager/validate: validateNestedPopulate); the content manager
 * checks no such query, and leaves out what it does not like. Here the query must make sense, as the Document Service
 * wants it; a role goes by the path as far as it is the type's own, and whoever may read a relation may ask for what its
 * target holds, as Strapi's sanitizer of answers has it. Neither filters nor order may tell what is private.
 *
 * @throws ValidationError for what there is not, and for what the role may not read
 */
export const checkAdminQuery = async (
  strapi: Core.Strapi,
  uid: string,
  { fields, populate }: Record<string, unknown>,
  mayRead: (path: string) => boolean
): Promise<Record<string, unknown>> => {
  const getModel = strapi.getModel.bind(strapi) as never;
  const context = { schema: strapi.contentType(uid as never), getModel } as never;
  const isForbidden = ({ key, schema, attribute, path }: Visited): boolean =>
    attribute
      ? path.attribute !== null && !mayRead(path.attribute)
      : schema?.uid === 'admin::user' && ASKING.has(key);
  const refuse = (visited: Visited): void => {
    if (isForbidden(visited)) throw new errors.ValidationError(`Invalid key ${visited.key}`);
  };

  const { validateFields, validatePopulate } = validate.validators;
  const scalars = ['scalarAttributes', 'passwordFields'];
  const query: Record<string, unknown> = {};
  if (fields !== undefined) {
    await validateFields(context, fields, scalars);
    await traverse.traverseQueryFields(refuse as never, context, fields);
    query.fields = fields;
  }
  if (populate !== undefined) {
    // Strapi takes a list of paths in one text, but its traversal does not
    const asked = typeof populate === 'string' && populate !== '*' ? populate.split(/\s*,\s*/) : populate;
    await validatePopulate(context, asked, { fields: scalars, populate: ['nonAttributesOperators'] });
    await traverse.traverseQueryPopulate(refuse as never, context, asked);
    const { expandWildcardPopulate } = sanitize.visitors;
    const whole = await traverse.traverseQueryPopulate(expandWildcardPopulate as never, context, asked);
    query.populate = await traverse.traverseQueryPopulate(
      ((visited: Visited, { remove }: { remove(key: string): void }) => {
        if (isForbidden(visited)) remove(visited.key);
      }) as never,
      context,
      whole
    );
  }
  return query;
};
