import type { Core, Schema, Struct } from '@strapi/strapi';
import type {} from '../../server/src/types/document-service';

// What TypeScript knows of our parameters in a project that has generated its types. Only compiled, never run.

interface Article extends Struct.CollectionTypeSchema {
  collectionName: 'articles';
  info: { singularName: 'article'; pluralName: 'articles'; displayName: 'Article' };
  options: { draftAndPublish: true };
  pluginOptions: { revisions: { maxRevisions: 200 } };
  attributes: { title: Schema.Attribute.String };
}

interface Author extends Struct.CollectionTypeSchema {
  collectionName: 'authors';
  info: { singularName: 'author'; pluralName: 'authors'; displayName: 'Author' };
  options: { draftAndPublish: false };
  attributes: { name: Schema.Attribute.String };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ContentTypeSchemas {
      'api::article.article': Article;
      'api::author.author': Author;
    }
  }
}

export const read = async ({ documents }: Core.Strapi) => {
  const articles = documents('api::article.article');
  const drafts = await articles.findMany({ draftOf: 'abc' });
  const titles: (string | null | undefined)[] = drafts.map(({ title }) => title);
  await articles.findFirst({ revisionId: 7, fields: ['title'] });
  await articles.count({ asOf: new Date(), status: 'draft' });
  await articles.findOne({ documentId: 'abc', version: 'published' });

  // @ts-expect-error -- no documentId
  await articles.findMany({ draftOf: 7 });
  // @ts-expect-error -- neither true nor false nor any
  await articles.findMany({ drafts: 'maybe' });
  // @ts-expect-error -- no such parameter
  await articles.findMany({ draftsOf: 'abc' });

  // a schema without options of the plugin: beside one of Strapi's own parameters they are let through
  await documents('api::author.author').findMany({ revisionOf: 'abc', sort: 'name' });
  return titles;
};
