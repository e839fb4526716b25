import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type EnerfloSetup, setUpEnerflo, testSecretKey } from '#lib/actions/testing/set-up-enerflo.ts';

let setup: EnerfloSetup;
let installId: string;
beforeAll(async () => {
  setup = await setUpEnerflo(inject('postgres'));
  installId = String(setup.enerflo.state.installs.keys().next().value);
});
afterAll(() => setup.close());

async function cli(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/cli/main.ts', ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: setup.database.url,
      SECRET_KEY: testSecretKey,
      LOG_LEVEL: 'silent',
      ENERFLO_BASE_URL: setup.enerflo.url,
      OUTBOUND_ALLOW: `127.0.0.1:${setup.enerflo.port}`,
    },
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, errors };
}

const on = ['--account', 'Sunny Homes'];
const changes = () => setup.enerflo.received.list().filter(({ method }) => method !== 'GET');

test('a note is shown before it is sent, and sent with --yes, in the author’s name', async () => {
  const note = [
    'do',
    'enerflo.note.add',
    ...on,
    '--install_id',
    installId,
    '--body',
    '<p>Roof is <b>fine</b></p>',
  ];
  const shown = await cli(...note, '--author', 'Jane Smith');
  expect(shown).toMatchObject({
    code: 0,
    errors: expect.stringContaining('Nothing was sent. To send it, add --yes'),
  });
  expect(shown.out).toContain(`POST ${setup.enerflo.url}/api/v3/installs/${installId}/notes`);
  expect(changes()).toEqual([]);

  const sent = await cli(...note, '--author', 'Jane Smith', '--yes');
  expect(sent).toMatchObject({ code: 0, out: expect.stringContaining('The note was added.') });
  expect(changes().map(({ body }) => JSON.parse(body))).toEqual([
    { body: '[From Jane Smith in Heliograph]: Roof is fine' },
  ]);
  const [action] = await setup.database.db.action.findMany();
  expect(action).toMatchObject({ operation: 'enerflo.note.add', state: 'done', actorName: 'Jane Smith' });
});

test('a status is given by its name, and today’s stands beside it', async () => {
  const { out, code } = await cli(
    'do',
    'enerflo.install.update-status',
    ...on,
    '--install-id',
    installId,
    '--status-id',
    'on hold',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/New status: .+ → On Hold/);
  const unknown = await cli(
    'do',
    'enerflo.install.update-status',
    ...on,
    '--install-id',
    installId,
    '--status-id',
    'Frozen',
  );
  expect(unknown).toMatchObject({ code: 2, errors: expect.stringContaining('called “Frozen”') });
});

test('a date that may e-mail the homeowner is sent only once that is agreed to', async () => {
  const listed = await cli('do', 'enerflo.milestone.list', ...on, '--install-id', installId);
  expect(listed).toMatchObject({ code: 0, errors: expect.stringContaining('milestones were read') });
  const { results: rows } = JSON.parse(listed.out);
  const writes = rows.find(
    (row: { notify_customer: number; completed_on: unknown }) =>
      row.notify_customer === 1 && !row.completed_on,
  );
  const before = changes().length;
  const complete = [
    'do',
    'enerflo.milestone.update',
    ...on,
    '--install-id',
    installId,
    '--milestone-id',
    String(writes.id),
    '--completed-date',
    '8/15/2024',
    '--yes',
  ];
  expect(await cli(...complete)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('--agree emails-homeowner'),
  });
  expect(changes()).toHaveLength(before);
  expect(await cli(...complete, '--agree', 'emails-homeowner')).toMatchObject({ code: 0 });
  expect(changes().at(-1)).toMatchObject({ method: 'PUT', body: '{"completed_date":"2024-08-15"}' });
});

test('wrong words are told with what is right', async () => {
  const wrong: [string[], string][] = [
    [['do'], 'Say what to do'],
    [['do', 'note.add', ...on], 'Did you mean enerflo.note.add'],
    [['do', 'enerflo.change-order.add', ...on], 'no way to make one from outside'],
    [['do', 'enerflo.note.add', '--install-id', '1'], '--account NAME'],
    [['do', 'enerflo.note.add', ...on, '--colour', 'red'], '--colour'],
    [['do', 'enerflo.note.add', ...on, '--blank', 'body'], 'does not take body empty'],
    [['do', 'enerflo.note.add', ...on, '--install-id', installId], 'Note is needed'],
    [['do', 'enerflo.user.list', '--account', 'Nobody'], 'no account “Nobody”'],
  ];
  for (const [args, words] of wrong) {
    expect(await cli(...args)).toMatchObject({ code: 2, errors: expect.stringContaining(words) });
  }
});

test('operations lists what there is and tells the fields of one', async () => {
  const listed = await cli('operations', 'note');
  expect(listed.out).toMatch(
    /^enerflo\.note\.add {5}changes {2}guide step 5\.1 {2}Add a note to an install\n/,
  );
  const one = await cli('operations', 'enerflo.milestone.update');
  expect(one.out).toMatch(/--completed-date +Completed on\. can be set to blank/);
  expect(await cli('do', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--agree CODE') });
});
