import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { chooseRows } from './choose-rows.ts';
import { resultFile } from './result-file.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';

const on = setUpBulk();
const heads = 'First,Last,Mail,Cell,Street,City,State,Zip';
const place = 'Austin,TX,78701';

/** A file of leads, its rows checked. */
async function checked(lines: string[], head = heads, operation = 'enerflo.lead.add'): Promise<string> {
  const id = await on.upload(operation, [head, ...lines]);
  await on.match(id);
  await on.work();
  return id;
}
const told = async (id: string) => (await on.rows(id)).map(({ state, reason }) => [state, reason]);
const ready = ['waiting', null];

test('the same person under another id waits for a word: by e-mail in any case, by phone however written', async () => {
  const before = on.enerflo.state.customers.size;
  const id = await checked([
    `Pat,Quill,pat.q@example.com,5125550202,2 Z Street,${place}`,
    `Patrick,Quill,PAT.Q@example.com,(512) 555-0202,2 Z St.,${place}`,
    `Quentin,Rook,quentin@example.com,512-555-0202,3 Y Street,${place}`,
    `Rosa,Stone,rosa@example.com,512-555-0203,4 X Street,${place}`,
    `Ross,Stone,Rosa@Example.com,+1 512 555 0202,5 W Street,${place}`,
    `Una,Wrong,pat.q@example.com,12,6 V Street,${place}`,
    `Vera,Lone,,,7 U Street,${place}`,
    `Walt,Lone,,,8 T Street,${place}`,
  ]);
  expect(await told(id)).toEqual([
    ready,
    ['alike', 'It looks like row 1: same e-mail and phone.'],
    ['alike', 'It looks like row 1: same phone.'],
    ready,
    ['alike', 'It looks like row 1: same phone, and like row 4: same e-mail.'],
    ['bad', expect.stringContaining('Phone')],
    ready,
    ready,
  ]);
  expect((await on.get(id)).counts).toMatchObject({ waiting: 4, alike: 3, bad: 1 });
  await on.start(id);
  await on.work();
  expect(on.enerflo.state.customers.size).toBe(before + 4);
});

test('a row with the id of one further up waits, and a word to send it holds when others are checked again', async () => {
  const [user] = [...on.enerflo.state.users.values()].filter(({ deletedAt }) => !deletedAt);
  const olaf = `Olaf,Pine,olaf@example.com,5125550211,2 Q Street,${place}`;
  const olga = `Olga,Pine,OLAF@example.com,5125550212,2 Q Street,${place}`;
  // A name is looked up among Enerflo's users: of that row nothing can be said until it answers.
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/users', answer: 500 }]);
  const id = await checked(
    [
      `${olaf},${user?.email},Call first`,
      `${olaf},,`,
      `${olaf},,Else`,
      `${olga},,`,
      `Oda,Pine,oda@example.com,5125550211,9 Q Street,${place},${user?.firstName} ${user?.lastName},`,
    ],
    `${heads},Assign to,Note`,
  );
  const same = ['repeat', 'It has the same id of ours as row 1, and would change that lead.'];
  const alike = ['alike', 'It looks like row 1: same e-mail.'];
  expect(await told(id)).toEqual([
    ready,
    same,
    same,
    alike,
    ['uncheckable', expect.stringContaining('Enerflo failed')],
  ]);
  on.enerflo.rules.reset();
  await chooseRows(on.context(), { id, send: true, numbers: [2, 4] });
  await on.start(id);
  await on.work();
  expect((await on.get(id)).counts).toMatchObject({ done: 3, repeat: 1, uncheckable: 1 });

  await chooseRows(on.context(), { id, send: true, numbers: [3] });
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  await on.work();
  const rows = await told(id);
  expect(rows.map(([state]) => state)).toEqual(['done', 'done', 'waiting', 'done', 'alike']);
  // What was sent meanwhile is in Enerflo: that is told first.
  expect(rows[4]?.[1]).toMatch(/who is in Enerflo already.* It looks like row 1: same phone\.$/);
});

test('notes of one install are no repeats of each other, for nobody is made by them', async () => {
  const [install] = on.enerflo.state.installs.keys();
  const id = await checked([`${install},First`, `${install},Second`], 'Install,Note', 'enerflo.note.add');
  expect(await told(id)).toEqual([ready, ready]);
});

test('what Excel writes as text is taken as it is meant, told as put right, and kept in the result file', async () => {
  const row =
    '="Xenia",Formula,"=""formula@example.com""",\'5125550231,2 A Street,' +
    place.replace('78701', '"=""78701"""');
  const id = await checked([row, `Yuri,Cut,yuri@example.com,"=""12""",3 A Street,${place}`]);
  const [xenia, yuri] = await on.rows(id);
  expect(xenia).toMatchObject({
    state: 'waiting',
    input: { first_name: 'Xenia', email: 'formula@example.com', phone: '5125550231', zip: '78701' },
    cells: expect.arrayContaining(['="formula@example.com"', "'5125550231", '="78701"']),
  });
  expect(xenia?.notes).toContainEqual({
    kind: 'put-right',
    field: 'email',
    from: '="formula@example.com"',
    to: 'formula@example.com',
    why: 'as Excel writes text',
  });
  expect(yuri).toMatchObject({
    state: 'bad',
    reason: expect.stringContaining('this one has 2'),
    notes: expect.arrayContaining([expect.objectContaining({ field: 'phone', from: '="12"', to: '12' })]),
  });
  // The console's own files guard what a spreadsheet would run, so that it is read again as it was.
  expect(await text((await resultFile(on.context(), id)).body ?? new ReadableStream())).toContain(
    '"\'=""formula@example.com"""',
  );
});
