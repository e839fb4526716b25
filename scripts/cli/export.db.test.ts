import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';

let database: TestDatabase;
let folder: string;
let eventIds: string[];
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  folder = mkdtempSync(path.join(tmpdir(), 'heliograph-export-'));
  const connection = await insertConnection(database.db);
  const event = (id: number) => ({ body: { webhook_event: 'new_customer', id }, at: id });
  eventIds = await insertEvents(database.db, connection, [event(1), event(2), event(3)]);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', 'export', ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: database.url, SECRET_KEY: '0'.repeat(64) },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

test('events go to standard output as JSON, narrowed down, and that they did is in the audit log', async () => {
  const all = await run('events');
  expect(all).toMatchObject({ code: 0, errors: '' });
  const lines = all.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ id }) => id)).toEqual(eventIds.toReversed());
  expect(lines[0]).toMatchObject({ type: 'enerflo.v1.new_customer', payload: { id: 3 } });
  expect(await run('events', '--filter', '?type=sunnova.change-order')).toMatchObject({ code: 0, out: '' });
  expect(await run('events', '--to', '2020-01-01')).toMatchObject({ code: 0, out: '' });
  const entries = await database.db.auditEntry.findMany({
    where: { action: 'event.export' },
    orderBy: { id: 'asc' },
  });
  expect(entries).toHaveLength(3);
  expect(entries[1]).toMatchObject({
    actorName: 'cli',
    after: { format: 'jsonl', filter: { type: 'sunnova.change-order' }, personal: true },
  });
});

test('a whole address as it is copied from the page narrows down, whatever else it says', async () => {
  const row = '01890a5d-ac96-774b-bcce-b302099a8057';
  const address = `https://console.example.com/events?event=${row}&range=24h&type=sunnova.change-order&view=${row}`;
  expect(await run('events', '--filter', address)).toMatchObject({ code: 0, out: '', errors: '' });
  const audit = await run('audit', '--filter', `/audit?entry=${row}&range=24h&action=no.such`);
  expect(audit).toMatchObject({ code: 0, out: '', errors: '' });
  const everything = await run('events', '--filter', 'all=1');
  expect(everything.out.trimEnd().split('\n')).toHaveLength(3);
  const ofEvents = await run('audit', '--filter', address);
  expect(ofEvents.code).not.toBe(0);
  expect(ofEvents.errors).toContain('…/audit');
  const bare = await run('events', '--filter', `view=${row}`);
  expect(bare.code).not.toBe(0);
  expect(bare.errors).toContain('names a saved view');
});

test('the audit log goes to a new file as CSV, and never over one that is there', async () => {
  const actor = systemActor('=seed');
  await database.db.$transaction((tx) =>
    recordAudit(tx, { actor, action: 'setting.change', subjectKind: 'setting' }),
  );
  const file = path.join(folder, 'audit.csv');
  const written = await run(
    'audit',
    '--format',
    'csv',
    '--from',
    '2020-01-01',
    '--filter',
    'action=setting',
    '--out',
    file,
  );
  expect(written).toMatchObject({ code: 0, out: '', errors: `Written to ${file}.\n` });
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toEqual([expect.objectContaining({ action: 'setting.change', actorName: "'=seed" })]);
  const again = await run('audit', '--out', file);
  expect(again).toMatchObject({ code: 2, errors: expect.stringContaining('is there already') });
  expect(readdirSync(folder)).toEqual(['audit.csv']);
});

test('wrong words are told with what is right, and nothing is written', async () => {
  const nowhere = path.join(folder, 'none', 'x.jsonl');
  const wrong: [string[], string][] = [
    [['people'], 'Say what to export'],
    [['events', '--format', 'xml'], 'jsonl or csv'],
    [['audit', '--filter', 'colour=red'], 'colour'],
    [['audit', '--out', nowhere], 'no folder'],
  ];
  for (const [args, words] of wrong) {
    expect(await run(...args)).toMatchObject({ code: 2, errors: expect.stringContaining(words) });
  }
  expect(existsSync(nowhere)).toBe(false);
});

test('a reader who has seen enough ends it quietly', async () => {
  const child = spawn('sh', ['-c', `"${process.execPath}" scripts/cli/main.ts export audit | head -n 1`], {
    env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: database.url, SECRET_KEY: '0'.repeat(64) },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(errors).toBe('');
});
