import { stopAll } from './boot';

// A boot takes seconds, and a slow machine several times that.
jest.setTimeout(120_000);

afterAll(stopAll);
