import { bootStrapi, type BootOptions, type Booted } from '../boot';

export interface ChildOptions {
  boot: Omit<BootOptions, 'schemas'>;
  /** A file whose exports the parent may call: each gets the booted Strapi and one argument. */
  script?: string;
  /** What comes after the start. */
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

export const main = async ({ boot, script, then }: ChildOptions) => {
  const booted = await bootStrapi(boot);

  if (then === 'exit') {
    await booted.stop();
    process.exit(0);
  }

  if (script) answerCalls(booted, script);
  // When the parent is gone, so is what this process was for.
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => void booted.stop().finally(() => process.exit(0)));
  process.send?.({ url: booted.url, database: booted.database });
};
