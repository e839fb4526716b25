import { fork } from 'node:child_process';
import { once } from 'node:events';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import type { JsonObject } from '#lib/json.ts';
import { getAction } from './get-action.ts';
import { lookForDoubtful } from './look-for-doubtful.ts';
import { lookUpAction } from './look-up-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let jane: Actor;
let installId: number;
beforeEach(async () => {
  office = await setUpEnerflo(inject('postgres'));
  jane = office.person('Jane Smith');
  installId = [...office.enerflo.state.installs.values()].find((one) => !one.deletedAt)?.id ?? 0;
});
afterEach(() => office.close());

const asked = (body: string, idempotencyKey: string = uuidv7()) => ({
  connectionId: office.connectionId,
  operation: 'enerflo.note.add',
  input: { install_id: String(installId), body } satisfies JsonObject,
  idempotencyKey,
  agreed: [],
});
const notesOf = (text: string) =>
  [...office.enerflo.state.notes.values()].filter((note) => note.text.includes(text));
const work = () => lookForDoubtful({ ...office.as(jane), signal: new AbortController().signal });

/** As if so much time had gone by since it was sent. */
async function age(id: string, seconds: number): Promise<void> {
  await office.database.pool.query(
    `UPDATE action SET due_at = due_at - make_interval(secs => $2) WHERE id = $1`,
    [id, seconds],
  );
  await office.database.pool.query(
    `UPDATE action_attempt SET started_at = started_at - make_interval(secs => $2)
     WHERE action_id = $1 AND purpose = 'write'`,
    [id, seconds],
  );
}

/** A process of its own that does this at `go`; and what it says of it. */
async function startActing(what: ReturnType<typeof asked>) {
  const { url, port } = office.enerflo;
  const child = fork(
    new URL('testing/acting-process.ts', import.meta.url),
    [JSON.stringify({ databaseUrl: office.database.url, standIn: { url, port }, asked: what })],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  await once(child, 'message');
  return child;
}

test('a double click is one request, also where its two halves reach two processes at one moment', async () => {
  const what = asked('Panels are here');
  office.enerflo.rules.add([{ method: 'POST', slow: 300 }]);
  const children = await Promise.all([startActing(what), startActing(what)]);
  const answers = children.map((child) => once(child, 'message'));
  for (const child of children) child.send('go');
  const [[one], [other]] = (await Promise.all([...answers])) as [[JsonObject], [JsonObject]];
  expect(one).toMatchObject({ state: 'done' });
  expect(other).toEqual(one);
  expect(notesOf('Panels are here')).toHaveLength(1);
  expect(office.enerflo.received.list().filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a time-out after Enerflo stored the note ends with one note', async () => {
  office.enerflo.rules.add([{ method: 'POST', hang: 'after-store', times: 1 }]);
  const doubtful = await runAction(office.as(jane), asked('Roof is done'));
  expect(doubtful).toMatchObject({ state: 'unknown', error: { code: 'NO_ANSWER' }, settledAt: null });
  // Nobody may send it again while that is not known.
  await expect(runAction(office.as(jane), asked('Roof is done'))).rejects.toMatchObject({ code: 'CONFLICT' });
  await age(doubtful.id, 5);
  await work();
  const found = await getAction(office.database.db, doubtful.id);
  expect(found).toMatchObject({ state: 'done', words: 'The note is there.', error: null });
  expect(found.attempts.map(({ purpose }) => purpose)).toContain('look-up');
  expect(notesOf('Roof is done')).toHaveLength(1);
});

test('what others wrote meanwhile does not hide it, though the list of notes has pages', async () => {
  const { state, rules } = office.enerflo;
  const userId = [...state.users.keys()][0] ?? 0;
  for (let count = 0; count < 130; count += 1)
    state.addNote({ installId, text: `Meanwhile ${count}`, userId });
  rules.add([{ method: 'POST', hang: 'after-store', times: 1 }]);
  const doubtful = await runAction(office.as(jane), asked('Roof is leaking'));
  expect(doubtful.state).toBe('unknown');
  expect((await lookUpAction(office.as(jane), doubtful.id)).state).toBe('done');
  expect(notesOf('Roof is leaking')).toHaveLength(1);
});

test('a process killed after Enerflo stored the note leaves one note, taken over and found', async () => {
  office.enerflo.rules.add([{ method: 'POST', hang: 'after-store', times: 1 }]);
  const stored = new Promise<void>((resolve) => {
    office.enerflo.state.on((change) => change.entity === 'note' && resolve());
  });
  const child = await startActing(asked('Permit came'));
  child.send('go');
  await stored;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const { db } = office.database;
  const { id } = await db.action.findFirstOrThrow({ where: { state: 'sending' } });
  await work();
  expect((await getAction(db, id)).state).toBe('sending');
  await age(id, 120);
  await work();
  const found = await getAction(db, id);
  expect(found.state).toBe('done');
  expect(found.attempts.find(({ purpose }) => purpose === 'write')).toMatchObject({
    state: 'unknown',
    error: { code: 'PROCESS_LOST' },
  });
  expect(notesOf('Permit came')).toHaveLength(1);
});

test('what never arrived is said to be so only after a while, and may then be sent again', async () => {
  office.enerflo.rules.add([{ method: 'POST', hang: true, times: 1 }]);
  const what = asked('Inspection passed');
  const doubtful = await runAction(office.as(jane), what);
  const looked = await lookUpAction(office.as(jane), doubtful.id);
  expect(looked.state).toBe('unknown');
  await age(doubtful.id, 100);
  await work();
  expect(await getAction(office.database.db, doubtful.id)).toMatchObject({
    state: 'failed',
    error: { code: 'DID_NOT_ARRIVE' },
  });
  expect(notesOf('Inspection passed')).toHaveLength(0);
  const again = await runAction(office.as(jane), asked('Inspection passed'));
  expect(again.state).toBe('done');
  expect(notesOf('Inspection passed')).toHaveLength(1);
  // The first click, heard of once more, is still the first answer.
  expect((await runAction(office.as(jane), what)).id).toBe(doubtful.id);
});

test('a note sent by a process whose clock was ahead is found', async () => {
  office.enerflo.rules.add([{ method: 'POST', hang: 'after-store', times: 1 }]);
  const doubtful = await runAction(office.as(jane), asked('Array is up'));
  await office.database.pool.query(
    `UPDATE action_attempt SET started_at = started_at + interval '5 minutes' WHERE purpose = 'write'`,
  );
  expect((await lookUpAction(office.as(jane), doubtful.id)).state).toBe('done');
  expect(notesOf('Array is up')).toHaveLength(1);
});

test('looks that cannot tell prove nothing, come ever later, and hold up no other', async () => {
  const { db } = office.database;
  office.enerflo.rules.add([
    { method: 'POST', hang: true, times: 2 },
    { method: 'GET', path: '/api/v3/installs/notes', text: 'Later', times: 3 },
  ]);
  const [first, second] = await Promise.all([
    runAction(office.as(jane), asked('Meter is read')),
    runAction(office.as(jane), asked('Meter is sealed')),
  ]);
  await age(first.id, 100);
  const waits: number[] = [];
  for (let looks = 0; looks < 3; looks += 1) {
    await lookUpAction(office.as(jane), first.id);
    const { state, dueAt } = await db.action.findUniqueOrThrow({ where: { id: first.id } });
    expect(state).toBe('unknown');
    waits.push(Number(dueAt) - Date.now());
  }
  expect(waits.toSorted((one, other) => one - other)).toEqual(waits);
  expect(waits.at(-1)).toBeGreaterThan(15_000);

  // Enerflo's limit is used up for a minute: nobody waits for that, and what is due stays due for others.
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/notes', answer: 429, retryAfter: 60 }]);
  await age(first.id, 100);
  await age(second.id, 10);
  const stopping = new AbortController();
  const working = lookForDoubtful({ ...office.as(jane), signal: stopping.signal });
  await vi.waitFor(() => expect(office.enerflo.received.list().at(-1)?.status).toBe(429), { interval: 5 });
  stopping.abort();
  await working;
  const { dueAt } = await db.action.findUniqueOrThrow({ where: { id: second.id } });
  expect(Number(dueAt)).toBeLessThanOrEqual(Date.now());
});

test('a page of Enerflo about its limit never reaches an answer, and nothing is sent twice', async () => {
  office.enerflo.rules.add([{ method: 'POST', answer: 429, retryAfter: 60, times: 1 }]);
  const limited = await runAction(office.as(jane), asked('Meter is set'));
  expect(limited).toMatchObject({ state: 'failed', error: { code: 'LIMIT' } });
  expect(JSON.stringify({ ...limited, attempts: [] })).not.toMatch(/<|html/i);
  expect(notesOf('Meter is set')).toHaveLength(0);
});
