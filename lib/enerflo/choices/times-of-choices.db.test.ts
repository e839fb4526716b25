import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { addEnerfloAccount } from '../testing/add-enerflo-account.ts';
import { findChoices } from './find-choices.ts';

const box = openSecretBox('6'.repeat(64));

let database: TestDatabase;
let enerflo: StandInEnerflo;
let within: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  enerflo = await startEnerflo({ port: 0 });
  const [customer] = enerflo.state.customers.values();
  const [type] = enerflo.state.appointmentTypes.values();
  within = String(customer?.id);
  enerflo.state.addAppointment({
    customerId: customer?.id ?? 0,
    typeId: type?.id ?? 0,
    start: new Date('2026-12-01T17:00:00Z'),
    end: new Date('2026-12-01T18:00:00Z'),
  });
});

afterAll(async () => {
  await enerflo?.close();
  await closeOutbound();
  await database?.close();
});

const access = () => ({ ...database, box });
async function labels(id: string, timeZone?: string) {
  const found = await findChoices(access(), { id, picks: 'appointment', within, value: 'id', timeZone });
  return found.items.map(({ label }) => label);
}

test('an appointment is told on the clock of the account, whoever reads it', async () => {
  const settings = { timeZone: 'America/Phoenix' };
  const id = await addEnerfloAccount(access(), { url: enerflo.url, name: 'Zoned', settings });
  expect(await labels(id, 'Europe/Berlin')).toEqual(['Tue, Dec 1, 2026, 10:00 MST, Consultation']);
});

test('without one on that of each reader, and never without a zone', async () => {
  const id = await addEnerfloAccount(access(), { url: enerflo.url, name: 'Zoneless' });
  expect(await labels(id, 'America/New_York')).toEqual(['Tue, Dec 1, 2026, 12:00 EST, Consultation']);
  expect(await labels(id, 'America/Denver')).toEqual(['Tue, Dec 1, 2026, 10:00 MST, Consultation']);
  expect(await labels(id)).toEqual(['Tue, Dec 1, 2026, 17:00 UTC, Consultation']);
});

test('a note says when it was made in the same way', async () => {
  const [install] = enerflo.state.installs.values();
  const [user] = enerflo.state.users.values();
  enerflo.state.addNote({ installId: install?.id ?? 0, userId: user?.id ?? 0, text: 'Gate code is 4411' });
  const id = await addEnerfloAccount(access(), { url: enerflo.url, name: 'Noted' });
  const found = await findChoices(access(), {
    id,
    picks: 'note',
    within: String(install?.id),
    q: 'gate code',
    value: 'id',
    timeZone: 'America/Phoenix',
  });
  expect(found.items[0]?.detail).toMatch(/^\w{3}, \w{3} \d+, \d{4}, \d\d:\d\d(:\d\d)? MST$/);
});
