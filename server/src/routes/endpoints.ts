import type { AdminAction } from '../permissions';

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

export interface Endpoint {
  method: Method;
  path: string;
  controller: 'revision' | 'draft' | 'draft-overview' | 'preview';
  /** the controller's function */
  handler: string;
  /** null: the controller itself asks, for it depends on whose draft it is */
  admin: AdminAction | null;
  /** the content API's action that grants it; only functions of this name are listed in its permissions */
  content: string;
}

const DOCUMENT = '/documents/:uid/:documentId';

const of =
  (controller: Endpoint['controller']) =>
  (
    method: Method,
    path: string,
    handler: string,
    { content, admin = null }: { content: string; admin?: AdminAction | null }
  ): Endpoint => ({ method, path, controller, handler, admin, content });

const revision = of('revision');
const draft = of('draft');
const preview = of('preview');

/** The endpoints that the admin API and the content API share (public interface, section 4). */
export const ENDPOINTS: Endpoint[] = [
  revision('GET', `${DOCUMENT}/revisions`, 'find', { admin: 'revision.read', content: 'find' }),
  revision('GET', `${DOCUMENT}/state`, 'state', { admin: 'revision.read', content: 'find' }),
  revision('GET', `${DOCUMENT}/compare`, 'compare', { content: 'find' }),
  revision('GET', '/revisions/:id', 'findOne', { admin: 'revision.read', content: 'find' }),
  revision('PUT', '/revisions/:id', 'annotate', { admin: 'revision.annotate', content: 'annotate' }),
  revision('POST', '/revisions/:id/restore', 'restore', { admin: 'revision.restore', content: 'restore' }),

  draft('GET', `${DOCUMENT}/drafts`, 'find', { content: 'find' }),
  draft('POST', `${DOCUMENT}/drafts`, 'create', { content: 'create' }),
  draft('POST', '/documents/:uid/drafts', 'createUnsaved', { content: 'create' }),
  draft('PUT', `${DOCUMENT}/provisional`, 'provisional', { content: 'create' }),
  draft('GET', '/drafts/:id', 'findOne', { content: 'find' }),
  draft('PUT', '/drafts/:id', 'update', { content: 'update' }),
  draft('POST', '/drafts/:id/save', 'save', { content: 'update' }),
  draft('POST', '/drafts/:id/merge', 'merge', { content: 'update' }),
  draft('POST', '/drafts/:id/apply', 'apply', { content: 'apply' }),
  draft('DELETE', '/drafts/:id', 'delete', { content: 'delete' }),

  preview('POST', '/previews', 'create', { admin: 'preview.create', content: 'create' }),
  preview('DELETE', '/previews/:id', 'delete', { admin: 'preview.create', content: 'create' }),
];

/** What only the admin's own pages ask for. */
export const ADMIN_ENDPOINTS: Omit<Endpoint, 'content'>[] = [
  {
    method: 'GET',
    path: `${DOCUMENT}/editors`,
    controller: 'revision',
    handler: 'editors',
    admin: 'revision.read',
  },
  {
    method: 'GET',
    path: `${DOCUMENT}/previews`,
    controller: 'preview',
    handler: 'find',
    admin: 'preview.create',
  },
  { method: 'GET', path: '/tracked', controller: 'revision', handler: 'tracked', admin: null },
  // before what takes an id
  { method: 'GET', path: '/drafts', controller: 'draft-overview', handler: 'list', admin: null },
  { method: 'GET', path: '/drafts/creators', controller: 'draft-overview', handler: 'creators', admin: null },
  { method: 'GET', path: '/drafts/counts', controller: 'draft-overview', handler: 'counts', admin: null },
  { method: 'GET', path: '/drafts/:id/form', controller: 'draft', handler: 'form', admin: null },
];
