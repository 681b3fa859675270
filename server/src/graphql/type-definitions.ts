import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import { graphqlService } from './graphql-plugin';

/** `_revision` and `_draft` as the contracts have them. Ids are numbers, as in REST: `Int`, an `ID` would be text. */
const TYPES = /* GraphQL */ `
  "Who did it"
  type RevisionsActor {
    "admin, user, api-token or system"
    type: String!
    id: Int
    name: String
  }

  "A period in which a revision was the published one"
  type RevisionsPublication {
    publishedAt: DateTime!
    publishedBy: RevisionsActor
    unpublishedAt: DateTime
    unpublishedBy: RevisionsActor
  }

  "A reference whose target is no longer there"
  type RevisionsMissing {
    path: String!
    target: String!
    documentId: ID
  }

  "What an entry is a revision of"
  type RevisionsRevision {
    id: Int!
    number: Int!
    locale: String
    action: String!
    label: String
    notes: String
    pinned: Boolean!
    creator: RevisionsActor!
    createdAt: DateTime!
    "Attributes that differ from the revision before"
    changed: [String!]!
    isCurrent: Boolean!
    isPublished: Boolean!
    publications: [RevisionsPublication!]!
    "admin, rest, graphql or service"
    origin: String!
    "Id of the revision that this one restored"
    restoredFrom: Int
    draftName: String
    documentId: ID!
    missing: [RevisionsMissing!]!
  }

  "What an entry is a draft of"
  type RevisionsDraft {
    id: Int!
    "unsaved, provisional or saved"
    kind: String!
    name: String
    notes: String
    creator: RevisionsActor!
    createdAt: DateTime!
    updatedAt: DateTime!
    lockVersion: Int!
    locales: [String!]!
    "Attributes that it changes"
    modified: [String!]!
    "Whether something that it changes has changed upstream since"
    outdated: Boolean!
    "Paths of what came in from upstream"
    merged: [String!]!
    "Paths of what both sides changed"
    conflicts: [String!]!
    "null where there is no document yet"
    documentId: ID
  }
`;

const fieldsOn = (type: string): string => /* GraphQL */ `
  extend type ${type} {
    "Where the entry is a revision"
    _revision: RevisionsRevision
    "Where the entry is a draft"
    _draft: RevisionsDraft
  }
`;

/** @returns nothing where none of the tracked types is in the schema */
export const typeDefinitions = (
  strapi: Core.Strapi,
  typeRegistry: { has(name: string): boolean }
): string | undefined => {
  const { naming } = graphqlService(strapi, 'utils');
  const types = getService(strapi, 'tracking')
    .all()
    .map(({ uid }) => naming.getTypeName(strapi.contentType(uid as never)))
    .filter((name) => typeRegistry.has(name));
  return types.length > 0 ? [TYPES, ...types.map(fieldsOn)].join('\n') : undefined;
};
