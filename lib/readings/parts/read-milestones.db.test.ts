import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { catchUpCost } from '../catch-up-cost.ts';
import { startReading } from '../change-reading.ts';
import { listFindings } from '../list-findings.ts';
import { getReading } from '../reading-row.ts';
import { tellFetched } from '../tell-fetched.ts';
import { openReadingBench, type ReadingBench } from '../testing/reading-bench.ts';
import { toItsEnd, turn } from '../testing/to-its-end.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 30 });
  // What a person does to a milestone is not seen by the time of its install.
  bench.enerflo.settings.milestoneTouchesInstall = false;
});
afterAll(() => bench.close());

const MINUTE = 60_000;
const DAY = 86_400_000;

async function read(kind: 'initial' | 'catch-up', since?: Date) {
  const { db, connectionId } = bench;
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  const { id } = await startReading(change, { connectionId, kind, since: since?.toISOString() });
  return (await toItsEnd(bench, id)).reading;
}

/** How often each install was asked for its milestones by a catch-up from now on. */
async function askedFor(since: Date) {
  bench.enerflo.received.clear();
  const reading = await read('catch-up', since);
  const paths = bench.enerflo.received.list().map(({ path }) => path);
  const milestones = (id: number) =>
    paths.filter((path) => path === `/api/v3/installs/${id}/milestones`).length;
  const inFull = (id: number) => paths.filter((path) => path === `/api/v3/installs/${id}`).length;
  return { reading, milestones, inFull };
}

test('a catch-up reads the milestones of installs that were heard of lately, whether or not they changed', async () => {
  const { clock, db, connectionId, enerflo } = bench;
  const { installs, milestonesOf, setMilestone, setStatus, voidInstall } = enerflo.state;
  const [silent, recent, changed, voided] = [...installs.values()].filter((one) => !one.deletedAt);
  if (!silent || !recent || !changed || !voided) throw new Error('too little was seeded');
  // Of all others nothing was heard for months.
  for (const install of installs.values())
    installs.set(install.id, { ...install, updatedAt: new Date(clock.now() - 200 * DAY) });
  clock.advance(-20 * DAY);
  for (const { id } of [recent, voided]) setStatus(id, 'On Hold');
  clock.advance(20 * DAY);
  await read('initial');

  const since = new Date(clock.now());
  clock.advance(MINUTE);
  const complete = (id: number) => {
    const next = milestonesOf(id).find(({ completedOn }) => completedOn === null);
    if (!next) throw new Error('too little was seeded');
    return String(setMilestone(next.id, { completedOn: '2026-05-05' }).id);
  };
  const found = [complete(recent.id), complete(changed.id)];
  const missed = complete(silent.id);
  setStatus(changed.id, 'On Hold');
  voidInstall(voided.id);
  clock.advance(MINUTE);

  // How much there is to ask for is told before a catch-up and from its start, without what it does not know yet.
  const cost = { connectionId, since: since.toISOString() };
  expect(await catchUpCost(db, cost)).toEqual({ installs: 2, seconds: 1 });
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  const hindered = await startReading(change, { kind: 'catch-up', ...cost });
  enerflo.rules.add([{ path: '/api/v1/customers', answer: 500 }]);
  await turn(bench);
  const { parts } = await getReading(db, hindered.id);
  expect(parts.find(({ part }) => part === 'milestones')).toMatchObject({ read: 0, total: 2, done: false });
  enerflo.rules.reset();
  await db.reading.delete({ where: { id: hindered.id } });

  const first = await askedFor(since);
  expect([silent, recent, changed, voided].map(({ id }) => first.milestones(id))).toEqual([0, 1, 1, 1]);
  expect([silent, recent, changed, voided].map(({ id }) => first.inFull(id))).toEqual([0, 1, 1, 1]);
  expect(first.reading.parts.find(({ part }) => part === 'milestones')).toMatchObject({
    read: 1,
    total: 1,
    done: true,
  });
  const completedOn = async (externalId: string) => {
    const record = await db.record.findFirst({
      where: { connectionId, kind: 'enerflo.milestone', externalId },
    });
    return record?.fields;
  };
  for (const id of found) expect(await completedOn(id)).toMatchObject({ completedOn: '2026-05-05' });
  expect(await completedOn(missed)).not.toMatchObject({ completedOn: '2026-05-05' });

  // What a catch-up learnt of an install counts as heard; a voided one is left alone, and nothing is read in full again.
  const second = await askedFor(new Date(clock.now()));
  expect([silent, recent, changed, voided].map(({ id }) => second.milestones(id))).toEqual([0, 1, 1, 0]);
  expect([silent, recent, changed, voided].map(({ id }) => second.inFull(id))).toEqual([0, 0, 0, 0]);

  // At the pace that readings may have: four fifths of the account's limit.
  await db.$executeRaw`UPDATE enerflo_account SET settings = settings || '{"limit": {"requests": 1, "seconds": 2}}'`;
  expect(await catchUpCost(db, cost)).toEqual({ installs: 2, seconds: 5 });

  // A catch-up that ended before milestones were a part of their own shows none.
  const { id } = second.reading;
  await db.$executeRaw`UPDATE reading SET progress = progress #- '{parts,milestones}' WHERE id = ${id}::uuid`;
  expect((await getReading(db, id)).parts.map(({ part }) => part)).toEqual([
    'customers',
    'installs',
    'notes',
  ]);
}, 60_000);

test('milestones of which no webhook told are no news without a time, unless they were completed since', async () => {
  const fresh = await openReadingBench(inject('postgres'), { leads: 10 });
  try {
    const { clock, connectionId, db, enerflo } = fresh;
    const { installs, milestonesOf, setMilestone } = enerflo.state;
    Object.assign(enerflo.settings, { milestoneTimes: false, milestoneTouchesInstall: false });
    const [install] = [...installs.values()].filter((one) => !one.deletedAt);
    if (!install) throw new Error('too little was seeded');
    // A webhook told of the install, and nothing was loaded.
    const told = (await fresh.everything()).filter(
      ({ kind, id }) => kind === 'enerflo.install' && id === String(install.id),
    );
    const from = { connectionId, origin: 'fetch', readingId: null, at: new Date(), projections: [] } as const;
    await db.$transaction((tx) => tellFetched(tx, from, told));

    const since = new Date(clock.now()).toISOString();
    clock.advance(MINUTE);
    const found = async () => {
      enerflo.received.clear();
      const change = { db, audit: recordAudit, actor: systemActor('test') };
      const { id } = await startReading(change, { connectionId, kind: 'catch-up', since });
      await toItsEnd(fresh, id);
      const paths = enerflo.received.list().map(({ path }) => path);
      const { items } = await listFindings(db, { id, limit: 200 });
      return {
        asked: paths.filter((path) => path.startsWith(`/api/v3/installs/${install.id}`)),
        milestones: items.flatMap((item) => (item.kind === 'enerflo.milestone' ? [item.externalId] : [])),
      };
    };
    const ofMilestones = `/api/v3/installs/${install.id}/milestones`;
    expect(await found()).toEqual({ asked: [ofMilestones], milestones: [] });
    const next = milestonesOf(install.id).find(({ completedOn }) => completedOn === null);
    if (!next) throw new Error('too little was seeded');
    setMilestone(next.id, { completedOn: since.slice(0, 10) });
    expect(await found()).toEqual({
      asked: [ofMilestones, `/api/v3/installs/${install.id}`],
      milestones: [String(next.id)],
    });
  } finally {
    await fresh.close();
  }
}, 60_000);
