import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { openReadingBench, type ReadingBench } from './testing/reading-bench.ts';
import { lastWanted, wantInstall } from './want-install.ts';
import { wantedPart } from './wanted-part.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 5 });
  bench.enerflo.settings.installDelaySeconds = null;
});
afterAll(() => bench.close());

const enerfloUrl = 'https://enerflo.io';

/** A project that was submitted, as its webhook tells it; its agreement is not approved yet. */
async function submission(lastName: string) {
  const { db, enerflo, connectionId } = bench;
  const act = enerflo.state;
  const person = { firstName: 'Ines', street: `1 ${lastName} St`, city: 'Mesa', state: 'AZ', zip: '85201' };
  const lead = act.addLead({ ...person, lastName });
  const deal = act.addDeal({ customerId: lead.id });
  act.submitDeal(deal.id);
  const payload = {
    customer: { id: lead.uuid },
    deal: { id: deal.uuid, state: { hasSubmittedProject: true } },
  };
  const [eventId = ''] = await insertEvents(db, connectionId, [
    { at: 1, body: { event: 'deal.projectSubmitted', payload } },
  ]);
  return { deal, eventId };
}

function asking() {
  const { db, pool, box } = bench;
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  return { change, trying: { access: { db, pool, box }, projections: projections.records }, enerfloUrl };
}

/** One look of the worker part. */
async function look() {
  const { db, pool, box } = bench;
  const { signal } = new AbortController();
  await wantedPart(projections.records).run({ db, pool, box, workerId: '', signal });
}

test('a full install that is not there yet is waited for, and got when new_install of its deal arrives', async () => {
  const { db, connectionId, enerflo } = bench;
  const { deal, eventId } = await submission('Ito');
  const wanted = await wantInstall(asking(), { eventId });
  expect(wanted).toMatchObject({ state: 'waiting', tries: 1, dealId: deal.uuid, by: 'test' });
  expect(wanted.reason).toContain('no install for this deal yet');
  // Asked for again it is the same wish.
  expect((await wantInstall(asking(), { connectionId, dealId: deal.uuid })).id).toBe(wanted.id);

  const install = enerflo.state.approveDeal(deal.id);
  await look();
  expect(await lastWanted(db, { eventId }, enerfloUrl)).toMatchObject({ wanted: { state: 'waiting' } });
  const survey = { enerfloV2deal: { id: deal.uuid } };
  const body = { eventName: 'new_install', id: install.id, status_id: 1, survey_data: survey };
  await insertEvents(db, connectionId, [{ at: 2, body: { body } }]);
  await applyWaiting(db, { hooks: projections });
  await look();

  const got = (await lastWanted(db, { eventId }, enerfloUrl)).wanted;
  expect(got).toMatchObject({ state: 'got', reason: null, dueAt: null });
  expect(got?.link).toBe(`${enerflo.url}/installs/${install.id}`);
  expect(got?.differences).toContainEqual({
    record: 'Enerflo install',
    field: 'statusId',
    label: 'Status id',
    before: 1,
    after: install.statusId,
    known: true,
    hidden: false,
  });
  const record = await db.record.findFirstOrThrow({
    where: { connectionId, kind: 'enerflo.install', externalId: String(install.id) },
  });
  expect(record.fields).toMatchObject({ status: 'Active', v2DealId: deal.uuid });
  const told = await db.observation.findMany({
    where: { recordId: record.id },
    orderBy: { arrivedAt: 'asc' },
  });
  expect(told.map(({ origin }) => origin)).toEqual(['event', 'fetch']);
  expect(await db.auditEntry.count({ where: { action: 'reading.want-install' } })).toBe(2);
});

test('a new install that names no deal of Enerflo 2.0 has all that are waited for looked for', async () => {
  const { db, connectionId, enerflo } = bench;
  const { deal, eventId } = await submission('Moe');
  await wantInstall(asking(), { eventId });
  const { id } = enerflo.state.approveDeal(deal.id);
  const body = { webhook_event: 'new_install', id, status: { id: 1, name: 'Active' }, deal_id: deal.id };
  await insertEvents(db, connectionId, [{ at: 3, body }]);
  await applyWaiting(db, { hooks: projections });
  await look();
  expect(await lastWanted(db, { eventId }, enerfloUrl)).toMatchObject({ wanted: { state: 'got' } });
});

test('after fourteen days nobody waits any more, and says so', async () => {
  const { db, pool } = bench;
  const { eventId } = await submission('Roe');
  const { id } = await wantInstall(asking(), { eventId });
  await pool.query(
    `UPDATE wanted_install SET created_at = now() - interval '15 days', due_at = now() WHERE id = $1`,
    [id],
  );
  await look();
  const { wanted } = await lastWanted(db, { eventId }, enerfloUrl);
  expect(wanted).toMatchObject({ state: 'given-up' });
  expect(wanted?.reason).toContain('It was waited for 14 days');
});

test('an install that Enerflo does not have, and an event without one, say so at once', async () => {
  const { connectionId, db } = bench;
  const wanted = await wantInstall(asking(), { connectionId, installId: '99' });
  expect(wanted).toMatchObject({ state: 'failed', dueAt: null });
  expect(wanted.reason).toContain('Enerflo has no install under this id');
  const [eventId = ''] = await insertEvents(db, connectionId, [
    { at: 4, body: { webhook_event: 'new_customer', id: 7, first_name: 'Ada' } },
  ]);
  await expect(wantInstall(asking(), { eventId })).rejects.toThrow('names no install');
  expect(await lastWanted(db, { eventId }, enerfloUrl)).toEqual({ possible: false, wanted: null });
});
