import type { Core } from '@strapi/strapi';
import { addArguments } from './add-arguments';
import { graphqlService } from './graphql-plugin';
import { typeDefinitions } from './type-definitions';
import { wrapFields } from './wrap-fields';
import { wrapQueries } from './wrap-queries';

/**
 * The parameters in GraphQL, where its plugin is there. What it generates gets more arguments and two fields a type; what
 * answers them is the Document Service, as it is for REST. To be called in `register`: the schema is built in the
 * plugin's `bootstrap`.
 */
export const registerGraphql = (strapi: Core.Strapi): void => {
  if (!strapi.plugin('graphql')) return;

  graphqlService(strapi, 'extension').use(({ nexus, typeRegistry }) => ({
    typeDefs: typeDefinitions(strapi, typeRegistry),
    plugins: [
      nexus.plugin({
        name: 'revisions',
        onAddOutputField: (field) => addArguments(strapi, nexus, field),
        // Resolvers are wrapped in the built schema, and not by `resolversConfig`: there, middlewares that a project
        // has for the same field would be overwritten (they are merged by their index). Who may see a field is
        // looked at before, Strapi wraps that around.
        onAfterBuild(schema) {
          wrapQueries(strapi, schema);
          wrapFields(strapi, schema);
        },
      }),
    ],
  }));
};
