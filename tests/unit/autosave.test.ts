import { createAutosave, type AutosaveState, type Stored } from '../../admin/src/drafts/engine/autosave';
import { changedValues, toRequest } from '../../admin/src/drafts/engine/changedValues';
import { clashesOf, deltaOf, type Delta, type Values } from '../../admin/src/drafts/engine/delta';
import { sameValue } from '../../admin/src/drafts/engine/sameValue';
import { withTempKeys } from '../../admin/src/drafts/engine/tempKeys';
import type { Draft } from '../../contracts/draft';

const draftOf = (lockVersion: number, modified: string[] = ['title']) =>
  ({ id: 1, lockVersion, modified, conflicts: [], merged: [], outdated: false }) as unknown as Draft;

const answer = (status: number, message = 'no') =>
  Object.assign(new Error(message), { status, response: { data: { error: { status, message } } } });

/** A server that counts up, and a browser that keeps one copy. */
const begin = (stored: Stored = { draft: null, values: {} }) => {
  const sent: { delta: Delta; lockVersion: number }[] = [];
  const shown: Values[] = [];
  const copies: (Delta | null)[] = [];
  let state!: AutosaveState;
  const server = {
    stored,
    fail: null as Error | null,
    pause: null as Promise<void> | null,
  };
  const autosave = createAutosave({
    delay: 1000,
    send: async (delta, lockVersion) => {
      sent.push({ delta, lockVersion });
      await server.pause;
      if (server.fail) throw server.fail;
      const current = server.stored.draft?.lockVersion ?? 0;
      if (lockVersion !== current) throw answer(409);
      const draft = draftOf(current + 1);
      server.stored = { draft, values: { ...server.stored.values, ...delta.values } };
      return draft;
    },
    reload: async () => server.stored,
    keep: async (unsent) => {
      copies.push(unsent && unsent.delta);
      return true;
    },
    show: (values) => shown.push(values),
    onState: (next) => (state = next),
  });
  return { autosave, server, sent, shown, copies, state: () => state };
};

const quiet = (milliseconds = 1000) => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('sends what changed once it is quiet, and only that', async () => {
  const { autosave, sent, state, copies } = begin();
  autosave.start({ draft: null, values: {} }, null);
  autosave.change({ title: 'A' });
  await quiet(900);
  autosave.change({ title: 'AB' });
  await quiet(900);
  expect(sent).toEqual([]);
  expect(copies.at(-1)).toEqual({ values: { title: 'AB' }, revert: [] });
  await quiet(100);
  expect(sent).toEqual([{ delta: { values: { title: 'AB' }, revert: [] }, lockVersion: 0 }]);
  expect(state()).toMatchObject({ phase: 'idle', draft: { lockVersion: 1 } });
  expect(copies.at(-1)).toBeNull();

  autosave.change({ title: 'AB', body: 'x' });
  await quiet();
  autosave.change({ body: 'x' });
  await quiet();
  expect(sent.slice(1)).toEqual([
    { delta: { values: { body: 'x' }, revert: [] }, lockVersion: 1 },
    { delta: { values: {}, revert: ['title'] }, lockVersion: 2 },
  ]);
});

it('sends nothing where nothing changed', async () => {
  const { autosave, sent } = begin();
  autosave.start({ draft: null, values: {} }, null);
  autosave.change({ title: 'A' });
  autosave.change({});
  await quiet(60_000);
  expect(sent).toEqual([]);
});

it('does not wait for somebody who never stops typing', async () => {
  const { autosave, sent } = begin();
  autosave.start({ draft: null, values: {} }, null);
  for (let letters = 1; letters <= 20; letters += 1) {
    autosave.change({ title: 'a'.repeat(letters) });
    await quiet(500);
  }
  expect(sent.length).toBeGreaterThanOrEqual(1);
});

it('has one request on its way, and sends in one what came meanwhile', async () => {
  const { autosave, sent, server } = begin();
  autosave.start({ draft: null, values: {} }, null);
  let arrive!: () => void;
  server.pause = new Promise((resolve) => (arrive = resolve));
  autosave.change({ title: 'A' });
  await quiet();
  autosave.change({ title: 'AB' });
  await quiet(5000);
  autosave.change({ title: 'ABC', body: 'x' });
  await quiet(5000);
  expect(sent).toHaveLength(1);
  arrive();
  await quiet(1000);
  expect(sent[1]).toEqual({ delta: { values: { title: 'ABC', body: 'x' }, revert: [] }, lockVersion: 1 });
});

it('tries again with growing pauses while there is no way to the server', async () => {
  const { autosave, sent, server, state } = begin();
  autosave.start({ draft: null, values: {} }, null);
  server.fail = new TypeError('Failed to fetch');
  autosave.change({ title: 'A' });
  await quiet(1000 + 2000 + 4000);
  expect(sent).toHaveLength(3);
  expect(state()).toMatchObject({ phase: 'offline', isSafe: true });
  server.fail = null;
  autosave.retry();
  await quiet(0);
  expect(state().phase).toBe('idle');
});

it.each([
  [401, 'session'],
  [403, 'forbidden'],
  [404, 'gone'],
  [400, 'refused'],
])('pauses on %d and says why', async (status, kind) => {
  const { autosave, server, state } = begin();
  autosave.start({ draft: null, values: {} }, null);
  server.fail = answer(status, 'because');
  autosave.change({ title: 'A' });
  await quiet();
  expect(state()).toMatchObject({ phase: 'paused', failure: { kind } });
  server.fail = null;
  autosave.retry();
  await quiet(0);
  expect(state().phase).toBe('idle');
});

it('waits for its own user where somebody else has signed in', async () => {
  const { autosave, server, sent, copies, state } = begin();
  autosave.start({ draft: null, values: {} }, null);
  server.fail = Object.assign(answer(403), {
    response: { data: { error: { status: 403, message: 'no', details: { reason: 'other-user' } } } },
  });
  autosave.change({ title: 'A' });
  await quiet();
  expect(state()).toMatchObject({ phase: 'paused', failure: { kind: 'session', isSomebodyElse: true } });
  autosave.change({ title: 'AB' });
  await quiet();
  expect(sent).toHaveLength(1);
  expect(copies.at(-1)).toEqual({ values: { title: 'AB' }, revert: [] });

  server.fail = null;
  await quiet(20_000);
  expect(sent.at(-1)).toEqual({ delta: { values: { title: 'AB' }, revert: [] }, lockVersion: 0 });
  expect(state().phase).toBe('idle');
});

it('tries what was refused again once it is another', async () => {
  const { autosave, server, sent } = begin();
  autosave.start({ draft: null, values: {} }, null);
  server.fail = answer(400);
  autosave.change({ title: 'A' });
  await quiet(60_000);
  expect(sent).toHaveLength(1);
  server.fail = null;
  autosave.change({ title: 'AB' });
  await quiet();
  expect(sent).toHaveLength(2);
});

it('puts other fields that somebody else changed beside its own', async () => {
  const { autosave, server, sent, shown, state } = begin();
  autosave.start({ draft: null, values: {} }, null);
  server.stored = { draft: draftOf(5), values: { body: 'theirs' } };
  autosave.change({ title: 'mine' });
  await quiet(2000);
  expect(shown.at(-1)).toEqual({ title: 'mine', body: 'theirs' });
  expect(sent.at(-1)).toEqual({ delta: { values: { title: 'mine' }, revert: [] }, lockVersion: 5 });
  expect(state().phase).toBe('idle');
});

it.each(['mine', 'theirs'] as const)(
  'sends nothing over what somebody else wrote until told: %s',
  async (keeps) => {
    const { autosave, server, sent, shown, state } = begin();
    const values = { title: 'old' };
    server.stored = { draft: draftOf(3), values };
    autosave.start({ draft: draftOf(3), values }, null);
    server.stored = { draft: draftOf(4), values: { title: 'theirs' } };
    autosave.change({ title: 'mine' });
    await quiet(60_000);
    expect(sent).toHaveLength(1);
    expect(state()).toMatchObject({ phase: 'paused', clashes: ['title'], failure: { kind: 'conflict' } });
    expect(shown.at(-1)).toEqual({ title: 'mine' });

    autosave.settle(keeps);
    await quiet();
    expect(server.stored.values.title).toBe(keeps);
    expect(autosave.values()).toEqual({ title: keeps });
  }
);

it('goes on with what the browser kept, and with what was typed before it was there', async () => {
  const { autosave, server, sent, shown } = begin();
  const stored = { draft: draftOf(2), values: { title: 'server' } };
  server.stored = stored;
  autosave.change({ sku: 'typed' });
  autosave.start(stored, {
    delta: { values: { title: 'kept' }, revert: [] },
    base: { title: 'server' },
    lockVersion: 2,
    since: 0,
  });
  expect(shown.at(-1)).toEqual({ title: 'kept', sku: 'typed' });
  await quiet();
  expect(sent).toEqual([{ delta: { values: { title: 'kept', sku: 'typed' }, revert: [] }, lockVersion: 2 }]);
});

it('rests while the form is being saved', async () => {
  const { autosave, sent } = begin();
  autosave.start({ draft: null, values: {} }, null);
  autosave.change({ title: 'A' });
  autosave.suspend();
  await quiet(5000);
  expect(sent).toEqual([]);
  autosave.resume();
  await quiet();
  expect(sent).toHaveLength(1);
});

it('tells what a form means the same by', () => {
  expect(sameValue(undefined, '')).toBe(true);
  expect(sameValue(null, { connect: [], disconnect: [] })).toBe(true);
  expect(sameValue(null, {})).toBe(false);
  expect(sameValue([{ id: 1, __temp_key__: 'a0' }], [{ id: 1, __temp_key__: 'a1' }])).toBe(true);
  expect(sameValue(0, null)).toBe(false);
  expect(sameValue(false, null)).toBe(false);
  expect(deltaOf({ a: 1, b: 2 }, { b: 3, c: null })).toEqual({ values: { b: 3, c: null }, revert: ['a'] });
  expect(clashesOf({ a: 1 }, { values: { a: 2, b: 1 }, revert: [] }, { a: 3 })).toEqual(['a']);
  expect(clashesOf({ a: 1 }, { values: { a: 2 }, revert: [] }, { a: 2 })).toEqual([]);
});

it('knows attributes that differ from current', () => {
  const attributes = {
    title: { type: 'string' },
    secret: { type: 'password' },
    data: { type: 'json' },
    facts: { type: 'component' },
  };
  expect(
    changedValues(
      attributes,
      { title: 'a', data: { x: [] }, facts: [] },
      { title: undefined, secret: 's', data: '{"x":[]}', facts: null, revisionNotes: 'n' }
    )
  ).toEqual({ title: null });
  expect(toRequest({ tags: { connect: [{ id: 1, label: 'x', apiData: { id: 1 } }] } })).toEqual({
    tags: { connect: [{ id: 1 }] },
  });
});

it('gives rows the keys that the form knows them by', () => {
  const keyed = withTempKeys({ 'shared.fact': { attributes: { label: { type: 'string' } } } });
  const attributes = { facts: { type: 'component', component: 'shared.fact', repeatable: true } };
  const values = { facts: [{ label: 'new' }, { id: 7, label: 'seven' }, { label: 'other' }] };
  expect(keyed(attributes, values, { facts: [{ id: 7, __temp_key__: 'a3' }] })).toEqual({
    facts: [
      { label: 'new', __temp_key__: 'c000' },
      { id: 7, label: 'seven', __temp_key__: 'a3' },
      { label: 'other', __temp_key__: 'c001' },
    ],
  });
});
