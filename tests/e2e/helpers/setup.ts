import { closeAll } from './open';

// A browser on a busy machine takes its time, and is late now and then: what needs a second try is listed in the summary.
jest.setTimeout(180_000);
jest.retryTimes(1, { logErrorsBeforeRetry: true });

afterEach(closeAll);
