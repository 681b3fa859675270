import type { AdminAction } from '../permissions';

/** The endpoints that the admin API and the content API share (public interface, section 4). */
export const ENDPOINTS: {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  /** the controller's function */
  handler: 'find' | 'state' | 'compare' | 'findOne' | 'annotate' | 'restore';
  admin: AdminAction;
  /** the content API's action that grants it; only functions of this name are listed in its permissions */
  content: 'find' | 'annotate' | 'restore';
}[] = [
  {
    method: 'GET',
    path: '/documents/:uid/:documentId/revisions',
    handler: 'find',
    admin: 'revision.read',
    content: 'find',
  },
  {
    method: 'GET',
    path: '/documents/:uid/:documentId/state',
    handler: 'state',
    admin: 'revision.read',
    content: 'find',
  },
  {
    method: 'GET',
    path: '/documents/:uid/:documentId/compare',
    handler: 'compare',
    admin: 'revision.read',
    content: 'find',
  },
  {
    method: 'GET',
    path: '/revisions/:id',
    handler: 'findOne',
    admin: 'revision.read',
    content: 'find',
  },
  {
    method: 'PUT',
    path: '/revisions/:id',
    handler: 'annotate',
    admin: 'revision.annotate',
    content: 'annotate',
  },
  {
    method: 'POST',
    path: '/revisions/:id/restore',
    handler: 'restore',
    admin: 'revision.restore',
    content: 'restore',
  },
];
