import { ParameterError } from '../core/query/parse-query';

const STATUS: Record<string, string> = { current: 'draft', published: 'published' };

/**
 * DatoCMS's `version` as Strapi's `status`.
 *
 * @returns the parameters without it
 * @throws ParameterError where it is none, or at odds with a `status` beside it
 */
export const takeVersion = (params: Record<string, unknown>): Record<string, unknown> => {
  const { version, ...rest } = params;
  if (version === undefined) return params;
  const status = typeof version === 'string' && Object.hasOwn(STATUS, version) ? STATUS[version] : undefined;
  if (!status) throw new ParameterError('version', 'must be current or published');
  if (rest.status !== undefined && rest.status !== status) {
    throw new ParameterError('version', `is at odds with status=${String(rest.status)}: give one of them`);
  }
  return { ...rest, status };
};
