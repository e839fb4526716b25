import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import type { JsonObject } from '#lib/json.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { addEnerfloAccount } from '../testing/add-enerflo-account.ts';
import { findChoices } from './find-choices.ts';
import { statusChoices } from './pick-status.ts';

const box = openSecretBox('6'.repeat(64));
/** Another installer that the key sees, with an "On Hold" of its own. */
const other = { company: 1_900, status: 9_102 };

let database: TestDatabase;
let enerflo: StandInEnerflo;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  enerflo = await startEnerflo({ port: 0 });
  enerflo.state.statuses.set(other.status, { id: other.status, companyId: other.company, name: 'On Hold' });
});

afterAll(async () => {
  await enerflo?.close();
  await closeOutbound();
  await database?.close();
});

const access = () => ({ ...database, box });
const onHold = (id: string, within?: string) =>
  findChoices(access(), { id, picks: 'status', q: 'On Hold', value: 'id', within });

test('two installers with an "On Hold" each are told apart, and an install has that of its own', async () => {
  const id = await addEnerfloAccount(access(), { url: enerflo.url });
  const [install] = enerflo.state.installs.values();
  const both = await onHold(id);
  expect(both.items.map(({ detail }) => detail)).toEqual([
    `Company ${install?.installCompanyId}`,
    `Company ${other.company}`,
  ]);
  const its = await onHold(id, String(install?.id));
  expect(its.items).toEqual([{ value: both.items[0]?.value, label: 'On Hold', detail: null }]);
});

test('an install that Enerflo does not know leaves the choice to the person', async () => {
  const id = await addEnerfloAccount(access(), { url: enerflo.url, name: 'Gone' });
  expect((await onHold(id, '1')).items).toHaveLength(2);
});

test('where Enerflo cannot be asked, what the records know is narrowed alike', async () => {
  const id = await addEnerfloAccount(access(), { url: 'http://127.0.0.1:9', name: 'Away' });
  const installs = [
    { externalId: '1', fields: { statusId: '3102', status: 'On Hold', installerCompanyId: '1209' } },
    { externalId: '2', fields: { statusId: '9102', status: 'On Hold', installerCompanyId: '1900' } },
  ];
  const told = installs.map((install) => ({
    ...install,
    connectionId: id,
    kind: 'enerflo.install',
    eventId: null,
    origin: 'fetch' as const,
    main: true,
    arrivedAt: new Date(),
    clock: null,
  }));
  await database.db.$transaction((tx) => storeObservations(tx, told));
  expect((await onHold(id)).items).toHaveLength(2);
  expect((await onHold(id, '2')).items).toEqual([{ value: '9102', label: 'On Hold', detail: null }]);
});

test('a company is called by its name where Enerflo tells it, and no status is lost for want of a company', () => {
  const rows: JsonObject[] = [
    { id: 1, name: 'On Hold', company: { id: 7, name: 'Stonebridge' } },
    { id: 2, name: 'On Hold', company: { id: 8, name: 'Cinder Peak' } },
    { id: 3, name: 'Voided' },
  ];
  expect(statusChoices(rows, null).map(({ detail }) => detail)).toEqual(['Stonebridge', 'Cinder Peak', null]);
  expect(statusChoices(rows, '8').map(({ value }) => value)).toEqual(['2', '3']);
  // Not the company of any of them: the two ids are of other things.
  expect(statusChoices(rows, '99')).toHaveLength(3);
});
