import { adminAction, type AdminAction } from '../permissions';
import { ENDPOINTS } from './endpoints';

const allowed = (action: AdminAction) => ({
  policies: [
    'admin::isAuthenticatedAdmin',
    { name: 'admin::hasPermissions', config: { actions: [adminAction(action)] } },
  ],
});

export default {
  type: 'admin' as const,
  routes: [
    ...ENDPOINTS.map(({ method, path, handler, admin }) => ({
      method,
      path,
      handler: `revision.${handler}`,
      config: allowed(admin),
    })),
    {
      method: 'GET' as const,
      path: '/documents/:uid/:documentId/editors',
      handler: 'revision.editors',
      config: allowed('revision.read'),
    },
    {
      method: 'GET' as const,
      path: '/tracked',
      handler: 'revision.tracked',
      config: { policies: ['admin::isAuthenticatedAdmin'] },
    },
  ],
};
