import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { goOnReading, startReading, stopReading } from '../change-reading.ts';
import { openReadingBench, type ReadingBench } from '../testing/reading-bench.ts';
import { toItsEnd, turn } from '../testing/to-its-end.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 30 });
});
afterAll(() => bench.close());

const MINUTE = 60_000;
const change = () => ({ db: bench.db, audit: recordAudit, actor: systemActor('test') });

async function load() {
  const { connectionId } = bench;
  const { id } = await startReading(change(), { connectionId, kind: 'initial' });
  return toItsEnd(bench, id);
}

function catchUp(since: Date) {
  const { connectionId } = bench;
  return startReading(change(), { connectionId, kind: 'catch-up', since: since.toISOString() });
}

/** What a catch-up asks for of which nothing changed since. */
async function askedWithoutChanges(): Promise<string[]> {
  bench.enerflo.rules.reset();
  bench.enerflo.received.clear();
  const { id } = await catchUp(new Date(bench.clock.now()));
  const { reading } = await toItsEnd(bench, id);
  expect(reading).toMatchObject({ state: 'done', skipped: { count: 0 } });
  return bench.enerflo.received.list().map(({ path }) => path);
}

test('what was skipped is tried again although readings end in another order than they began, with a load in between', async () => {
  const { clock, enerflo } = bench;
  const { customers, installs, setStatus, updateCustomer } = enerflo.state;
  const [customer] = customers.values();
  const install = [...installs.values()].find((one) => !one.deletedAt);
  if (!customer || !install) throw new Error('too little was seeded');
  const ofCustomer = `/api/v3/customers/${customer.id}`;
  const ofInstall = `/api/v3/installs/${install.id}`;
  await load();

  // The first catch-up is stopped once it has read the customers.
  const since = new Date(clock.now());
  clock.advance(MINUTE);
  setStatus(install.id, 'Active');
  setStatus(install.id, 'On Hold');
  clock.advance(MINUTE);
  const first = await catchUp(since);
  enerflo.rules.add([{ path: '/api/v3/installs', answer: 500 }]);
  await turn(bench);
  await stopReading(change(), first.id);

  // The second is short and skips a customer.
  const later = new Date(clock.now());
  clock.advance(MINUTE);
  updateCustomer(customer.id, { phone: '4805550166' });
  clock.advance(MINUTE);
  enerflo.rules.reset();
  enerflo.rules.add([{ path: ofCustomer, answer: 500 }]);
  const second = await toItsEnd(bench, (await catchUp(later)).id);
  expect(second.reading.skipped.items).toMatchObject([{ part: 'customers', id: String(customer.id) }]);

  // The first goes on and skips an install.
  enerflo.rules.add([{ path: ofInstall, answer: 403 }]);
  await goOnReading(change(), first.id);
  const { reading } = await toItsEnd(bench, first.id);
  expect(reading.skipped.items).toMatchObject([{ part: 'installs', id: String(install.id) }]);

  await load();
  const asked = await askedWithoutChanges();
  expect(asked).toEqual(expect.arrayContaining([ofCustomer, ofInstall]));
  // Once they are read they are left alone.
  const again = await askedWithoutChanges();
  expect(again).not.toContain(ofCustomer);
  expect(again).not.toContain(ofInstall);
}, 60_000);
