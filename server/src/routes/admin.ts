import { adminAction } from '../permissions';
import { noNul } from './no-nul';
import { sameUser } from './same-user';
import { ADMIN_ENDPOINTS, ENDPOINTS, type Endpoint } from './endpoints';

const policiesOf = ({ admin }: Pick<Endpoint, 'admin'>) => [
  'admin::isAuthenticatedAdmin',
  ...(admin === null ? [] : [{ name: 'admin::hasPermissions', config: { actions: [adminAction(admin)] } }]),
];

export default {
  type: 'admin' as const,
  routes: [...ADMIN_ENDPOINTS, ...ENDPOINTS].map((endpoint) => ({
    method: endpoint.method,
    path: endpoint.path,
    handler: `${endpoint.controller}.${endpoint.handler}`,
    config: { policies: policiesOf(endpoint), middlewares: [noNul, sameUser] },
  })),
};
