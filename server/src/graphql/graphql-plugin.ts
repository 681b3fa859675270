import type { Core, UID } from '@strapi/strapi';

/** What is used of Strapi's GraphQL plugin: the services that it means for others, and what they hand out. */

type Type = Core.Strapi['contentTypes'][UID.ContentType] | Core.Strapi['components'][UID.Component];

export interface Arguments {
  [name: string]: unknown;
}

/** What a resolver is given for the whole of a request. */
export interface ResolverContext {
  state: { auth: unknown };
  koaContext: { get(header: string): string };
  /** The arguments of each query at the root: what is nested takes its `status` from there. */
  rootQueryArgsByPath?: Map<string | number, Arguments>;
}

interface ArgumentNode {
  name: { value: string };
  value: { kind: string; name?: { value: string } };
}

export interface ResolverInfo {
  path: { key: string | number; prev?: ResolverInfo['path'] };
  fieldNodes: readonly { arguments?: readonly ArgumentNode[] }[];
  variableValues: Record<string, unknown>;
}

export type Resolve = (
  parent: unknown,
  args: Arguments,
  context: ResolverContext,
  info: ResolverInfo
) => unknown;

interface Extensions {
  strapi?: { contentType?: { uid: string } };
}

export interface Field {
  resolve?: Resolve;
  extensions?: Extensions;
}

/** A finished schema, as far as it is looked at. */
export interface Schema {
  getType(name: string): unknown;
}

/** A field that is being added to the schema. */
export interface AddedField {
  name: string;
  parentType: string;
  args?: Arguments;
  extensions?: Extensions;
}

export interface Nexus {
  arg(config: { type: string; description: string }): unknown;
  plugin(config: {
    name: string;
    onAddOutputField(field: AddedField): void;
    onAfterBuild(schema: Schema): void;
  }): unknown;
}

interface Extension {
  use(
    configuration: (tools: { nexus: Nexus; typeRegistry: { has(name: string): boolean } }) => {
      typeDefs?: string;
      plugins?: unknown[];
    }
  ): void;
}

interface GraphqlServices {
  extension: Extension;
  utils: {
    naming: {
      getTypeName(contentType: Type): string;
      getComponentName(component: Type): string;
    };
  };
  builders: {
    utils: {
      transformArgs(args: Arguments, options: { contentType: unknown; usePagination: boolean }): Arguments;
    };
  };
}

export const graphqlService = <Name extends keyof GraphqlServices>(
  strapi: Core.Strapi,
  name: Name
): GraphqlServices[Name] => strapi.plugin('graphql').service(name) as unknown as GraphqlServices[Name];

/** Fields of an object type; none where the schema has no such type. */
export const fieldsOf = (schema: Schema, type: string): Record<string, Field> => {
  const found = schema.getType(type) as { getFields?: () => Record<string, Field> } | undefined;
  return found?.getFields?.() ?? {};
};
