import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { startReading } from './change-reading.ts';
import { getReading } from './reading-row.ts';
import { openReadingBench, type ReadingBench } from './testing/reading-bench.ts';
import { turn as aTurn, toItsEnd as readToItsEnd } from './testing/to-its-end.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 30 });
  const { id } = await start('initial');
  await toItsEnd(id);
});
afterAll(() => bench.close());
beforeEach(() => bench.enerflo.rules.reset());

const MINUTE = 60_000;

function start(kind: 'initial' | 'catch-up', since?: Date) {
  const { db, connectionId } = bench;
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  return startReading(change, { connectionId, kind, since: since?.toISOString() });
}

const turn = () => aTurn(bench);
const toItsEnd = (id: string, most?: number) => readToItsEnd(bench, id, most);

/** The last installs that Enerflo lists, each put on hold a minute later than before. Gives since when. */
function putOnHold(count: number): { since: Date; ids: number[] } {
  const { clock, enerflo } = bench;
  const since = new Date(clock.now());
  clock.advance(MINUTE);
  const { installs, setStatus } = enerflo.state;
  const ids = [...installs.values()].filter((one) => !one.deletedAt).map(({ id }) => id);
  for (const id of ids.slice(0, count)) {
    setStatus(id, 'Active');
    setStatus(id, 'On Hold');
  }
  clock.advance(MINUTE);
  return { since, ids: ids.slice(0, count) };
}

async function fieldsOf(kind: string, id: number) {
  const { db, connectionId } = bench;
  const record = await db.record.findFirst({ where: { connectionId, kind, externalId: String(id) } });
  return record?.fields;
}

test('what Enerflo does not give is skipped and named, the rest is read, and the next catch-up tries it again', async () => {
  const { enerflo } = bench;
  const { since, ids } = putOnHold(5);
  const [denied = 0, noInstall = 0, failing = 0, bare = 0, fine = 0] = ids;
  enerflo.rules.add([
    { path: `/api/v3/installs/${denied}`, answer: 403 },
    { path: `/api/v3/installs/${noInstall}`, text: 'ok' },
    { path: `/api/v3/installs/${failing}`, answer: 500 },
    { path: `/api/v3/installs/${bare}/milestones`, answer: 403 },
  ]);
  const asked = (id: number) =>
    enerflo.received.list().filter(({ path }) => path === `/api/v3/installs/${id}`).length;
  const before = asked(failing);
  const { id } = await start('catch-up', since);
  const { reading } = await toItsEnd(id);

  expect(reading.state).toBe('done');
  expect(reading.parts.every(({ done }) => done)).toBe(true);
  const named = reading.skipped.items.map(({ part, id: which, why }) => `${part} ${which}: ${why}`).sort();
  expect(reading.skipped.count).toBe(4);
  expect(named).toEqual(
    [
      `installs ${denied}: Enerflo does not allow this for this API key or this record.`,
      `installs ${noInstall}: Enerflo answered with something that is no data.`,
      `installs ${failing}: Enerflo failed while it worked on the request.`,
      `milestones ${bare}: Enerflo does not allow this for this API key or this record.`,
    ].sort(),
  );
  expect(reading.skipped.items.every(({ recordId }) => recordId !== null)).toBe(true);
  // What Enerflo fails at was tried more than once before it was given up.
  expect(asked(failing) - before).toBe(5);
  // Of those that could not be read in full the list told; the others were read in full.
  for (const one of ids) expect(await fieldsOf('enerflo.install', one)).toMatchObject({ status: 'On Hold' });
  expect(await fieldsOf('enerflo.install', denied)).not.toHaveProperty('lender');
  expect(await fieldsOf('enerflo.install', fine)).toHaveProperty('lender');
  expect(await fieldsOf('enerflo.install', bare)).toHaveProperty('lender');

  // Nothing of them changed since, and still they are read once Enerflo gives them.
  enerflo.rules.reset();
  enerflo.rules.add([
    { path: `/api/v3/installs/${denied}`, answer: 403 },
    { path: `/api/v3/installs/${bare}/milestones`, answer: 403 },
  ]);
  enerflo.received.clear();
  const next = await start('catch-up', new Date(bench.clock.now()));
  const { reading: second } = await toItsEnd(next.id);
  expect(second.skipped.items).toMatchObject([
    { part: 'installs', id: String(denied) },
    { part: 'milestones', id: String(bare) },
  ]);
  // Once it is given up it is not asked for again by the same reading.
  expect(enerflo.received.list().filter(({ path }) => path.endsWith(`/${bare}/milestones`))).toHaveLength(1);
  for (const one of [noInstall, failing])
    expect(await fieldsOf('enerflo.install', one)).toHaveProperty('lender');
  enerflo.rules.reset();
  const last = await start('catch-up', new Date(bench.clock.now()));
  const { reading: third } = await toItsEnd(last.id);
  expect(third).toMatchObject({ state: 'done', skipped: { count: 0, items: [] } });
  expect(await fieldsOf('enerflo.install', denied)).toHaveProperty('lender');
}, 60_000);

test('a customer and the milestones of an initial load that Enerflo fails at are skipped too', async () => {
  const { clock, enerflo } = bench;
  const since = new Date(clock.now());
  clock.advance(MINUTE);
  const [customer] = enerflo.state.customers.values();
  const [install] = enerflo.state.installs.values();
  if (!customer || !install) throw new Error('too little was seeded');
  enerflo.state.updateCustomer(customer.id, { phone: '4805550177' });
  clock.advance(MINUTE);
  enerflo.rules.add([{ path: `/api/v3/customers/${customer.id}`, answer: 500 }]);
  const { reading } = await toItsEnd((await start('catch-up', since)).id);
  expect(reading).toMatchObject({
    state: 'done',
    skipped: { count: 1, items: [{ part: 'customers', id: String(customer.id) }] },
  });
  // The list tells the number as well.
  expect(await fieldsOf('enerflo.customer', customer.id)).toMatchObject({ mobile: '+14805550177' });
  enerflo.rules.add([{ path: `/api/v3/installs/${install.id}/milestones`, answer: 500 }]);
  const loaded = await toItsEnd((await start('initial')).id);
  expect(loaded.reading).toMatchObject({
    state: 'done',
    skipped: { count: 1, items: [{ part: 'milestones', id: String(install.id) }] },
  });
  const { milestones, installs } = enerflo.state;
  const listed = new Set([...installs.values()].filter((one) => !one.deletedAt).map((one) => one.id));
  const known = await bench.db.record.count({ where: { kind: 'enerflo.milestone' } });
  expect(known).toBe([...milestones.values()].filter(({ installId }) => listed.has(installId)).length);
}, 60_000);

test('a refused key and an Enerflo that is away hinder the whole reading and skip nothing', async () => {
  const { enerflo } = bench;
  const { since, ids } = putOnHold(3);
  const [one = 0, two = 0, three = 0] = ids;
  // The key is taken back while installs are read.
  enerflo.rules.add([one, two, three].map((id) => ({ path: `/api/v3/installs/${id}`, answer: 401 })));
  const { id } = await start('catch-up', since);
  const { reading: refused } = await toItsEnd(id);
  expect(refused).toMatchObject({ state: 'failed', skipped: { count: 0 } });
  expect(refused.error).toContain('Enerflo did not accept the API key.');

  // Everything fails from the first install on: the list of installs is given once more, and then nothing is.
  for (const answer of [403, 500]) {
    enerflo.rules.reset();
    const away = await start('catch-up', since);
    enerflo.rules.add([
      { path: '/api/v3/installs', slow: 0, times: answer === 403 ? 1 : 5 },
      { path: '/api/v3/installs', answer: 500 },
      { path: '/api/v3/installs/*', answer },
    ]);
    for (let turns = 0; turns < 6; turns += 1) {
      await turn();
      const { state, skipped } = await getReading(bench.db, away.id);
      expect({ state, count: skipped.count }).toEqual({ state: 'waiting', count: 0 });
    }
    enerflo.rules.reset();
    const { reading } = await toItsEnd(away.id);
    expect(reading).toMatchObject({ state: 'done', skipped: { count: 0 } });
  }
}, 60_000);

test('a first load with a key that may read no milestones at all fails, rather than leaving all of them out', async () => {
  bench.enerflo.rules.add([{ path: '/api/v3/installs/*/milestones', answer: 403 }]);
  const { id } = await start('initial');
  const { reading } = await toItsEnd(id, 30);
  expect(reading).toMatchObject({ state: 'failed', skipped: { count: 0 } });
  expect(reading.error).toContain('what this API key may read');
}, 60_000);

/** Installs in the order in which a first load asks for their milestones. */
async function installsInOrder(): Promise<string[]> {
  const { db, connectionId } = bench;
  const where = { connectionId, kind: 'enerflo.install' };
  const records = await db.record.findMany({ where, orderBy: { id: 'asc' }, select: { externalId: true } });
  return records.map(({ externalId }) => externalId);
}

test('a first load that read milestones goes past many of another company, and one that skipped all so far fails', async () => {
  const { enerflo } = bench;
  const { addLead, addDeal, approveDeal } = enerflo.state;
  const place = { street: '4 Fresh Rd', city: 'Ogden', state: 'UT', zip: '84401' };
  for (let count = 0; count < 40; count += 1) {
    const { id: customerId } = addLead({ firstName: 'Uma', lastName: `Newcomer ${count}`, ...place });
    approveDeal(addDeal({ customerId }).id);
  }
  await toItsEnd((await start('initial')).id, 30);
  const ids = await installsInOrder();
  expect(ids.length).toBeGreaterThanOrEqual(40);
  const answered = (some: readonly string[], answer: number) =>
    enerflo.rules.add(some.map((id) => ({ path: `/api/v3/installs/${id}/milestones`, answer })));

  answered(ids.slice(20), 403);
  const { reading } = await toItsEnd((await start('initial')).id, 30);
  expect(reading).toMatchObject({ state: 'done', skipped: { count: ids.length - 20 } });

  // The first twenty are looked at and skipped, since one of them fails otherwise: nothing was read by that.
  enerflo.rules.reset();
  answered(ids.slice(0, 1), 500);
  answered(ids.slice(1), 403);
  const { reading: barred } = await toItsEnd((await start('initial')).id, 30);
  expect(barred).toMatchObject({ state: 'failed', skipped: { count: 20 } });
  expect(barred.error).toContain('what this API key may read');
}, 60_000);
