import { bootStrapi, type BootOptions, type Booted } from '../boot';

export interface ChildOptions {
  boot: Omit<BootOptions, 'schemas'>;
  /** A file whose exports the parent may call: each gets the booted Strapi and one argument. */
  script?: string;
  /** What comes after the start: `exit` is for the database that the tests begin with a copy of. */
  then: 'serve' | 'exit';
}

export type ChildTask = (booted: Booted, argument: never) => Promise<unknown>;

interface Call {
  id: number;
  name: string;
  argument: never;
}

const describe = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const answerCalls = (booted: Booted, script: string) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- its name comes at run time
  const tasks: Record<string, ChildTask> = require(script);

  process.on('message', async ({ id, name, argument }: Call) => {
    try {
      const task = tasks[name];
      if (!task) throw new Error(`${script} exports no ${name}`);
      process.send?.({ id, result: (await task(booted, argument)) ?? null });
    } catch (error) {
      process.send?.({ id, error: describe(error) });
    }
  });
};

// Fifteen seconds after each start the upload plugin counts files for its telemetry and writes that it did, until it
// has done so once: in the midst of a test that holds the rows of before against those of after.
const settleUploadMetrics = ({ strapi }: Booted) =>
  strapi.store.set({
    type: 'plugin',
    name: 'upload',
    key: 'metrics',
    value: { weeklySchedule: '0 0 0 1 1 *', lastWeeklyUpdate: Date.now() },
  });

export const main = async ({ boot, script, then }: ChildOptions) => {
  const booted = await bootStrapi(boot);

  if (then === 'exit') {
    await settleUploadMetrics(booted);
    await booted.stop();
    process.exit(0);
  }

  if (script) answerCalls(booted, script);
  // When the parent is gone, so is what this process was for.
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void booted.stop().finally(() => process.exit(0)));
  process.send?.({ url: booted.url, database: booted.database });
};
