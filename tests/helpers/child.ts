import { fork } from 'node:child_process';
import path from 'node:path';
import type { BootOptions } from './boot';
import type { ChildOptions } from './child/serve';
import type { TestDatabase } from './databases';
import { clientOf, sender, type Client, type Send } from './request';

export interface Child {
  url: string;
  pid: number;
  database: TestDatabase;
  request: Send;
  as: (actor?: { token?: string }) => Client;
  /** Calls a function that the child's `script` exports. */
  call: <T = unknown>(name: string, argument?: unknown) => Promise<T>;
  /** At once and without a chance to clear up, by default. Resolves when the process is gone. */
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** In good order. */
  stop: () => Promise<void>;
  /** What it wrote so far. */
  output: () => string;
}

export interface StartChildOptions extends Omit<BootOptions, 'schemas'> {
  /** An absolute path to a file, .ts or .js, whose exports `call` can run there: `(booted, argument) => …`. */
  script?: string;
}

type Message = { url: string; database: TestDatabase } | { id: number; result?: unknown; error?: string };

/** A second Strapi, in a process of its own: to kill it, or to have two on one database. */
export const startChild = ({ script, ...boot }: StartChildOptions = {}): Promise<Child> =>
  new Promise((resolve, reject) => {
    const options: ChildOptions = { boot, script, then: 'serve' };
    const child = fork(path.join(__dirname, 'child/main.cjs'), [], {
      env: { ...process.env, REVISIONS_CHILD: JSON.stringify(options) },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });

    const chunks: string[] = [];
    child.stdout?.on('data', (chunk) => chunks.push(String(chunk)));
    child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
    const output = () => chunks.join('');

    const pending = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
    const gone = new Promise<void>((done) => {
      child.on('exit', (code, signal) => {
        const error = new Error(`The child process ended with ${signal ?? code}\n${output()}`);
        reject(error);
        for (const call of pending.values()) call.reject(error);
        done();
      });
    });

    let calls = 0;
    const call = (name: string, argument?: unknown) =>
      new Promise<never>((resolveCall, rejectCall) => {
        const id = calls++;
        pending.set(id, { resolve: resolveCall, reject: rejectCall });
        child.send({ id, name, argument: argument ?? null });
      });

    const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
      child.kill(signal);
      await gone;
    };

    child.on('message', (message: Message) => {
      if ('url' in message) {
        const request = sender(message.url);
        resolve({
          url: message.url,
          pid: child.pid!,
          database: message.database,
          request,
          as: (actor) => clientOf(request, actor),
          call,
          kill,
          stop: () => kill('SIGTERM'),
          output,
        });
        return;
      }

      const waiting = pending.get(message.id);
      pending.delete(message.id);
      if (message.error !== undefined) waiting?.reject(new Error(message.error));
      else waiting?.resolve(message.result as never);
    });
  });
