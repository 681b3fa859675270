import { stopAll } from './boot';

// A boot takes seconds, and a slow machine several times that.
jest.setTimeout(180_000);

afterAll(stopAll);
