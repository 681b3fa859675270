import { startChild, type Child, type StartChildOptions } from '../../helpers/child';

/** The magazine and its admin panel, in a process and on a database of its own. Stop it in `afterAll`. */
export const startApp = (options: StartChildOptions = {}): Promise<Child> =>
  startChild({ admin: true, ...options });
