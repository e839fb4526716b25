import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());

test('what was written of a customer makes one record of him, though Enerflo tells both of his ids', async () => {
  const { connectionId, database, enerflo } = office;
  const [install] = enerflo.state.installs.values();
  const customer = enerflo.state.customers.get(install?.customerId ?? 0);
  if (!customer) throw new Error('too little was seeded');
  const { state } = await runAction(office.as(office.person('Jane Smith', 'admin')), {
    connectionId,
    operation: 'enerflo.customer.update',
    input: { customer_id: String(customer.id), city: 'Marana' },
    idempotencyKey: uuidv7(),
    agreed: ['lookalikes'],
  });
  expect(state).toBe('done');
  const where = { connectionId, kind: 'enerflo.customer' };
  const records = await database.db.record.findMany({ where, select: { externalId: true } });
  expect(records).toEqual([{ externalId: String(customer.id) }]);
});

test('what was asked for is written from here, with the name of its id; all that was read beside it is not', async () => {
  const { connectionId, enerflo } = office;
  const install = [...enerflo.state.installs.values()].find(({ deletedAt }) => deletedAt === null);
  const other = [...enerflo.state.statuses.values()].find(
    ({ id, companyId }) => companyId === install?.installCompanyId && id !== install.statusId,
  );
  if (!install || !other) throw new Error('too little was seeded');
  const { state } = await runAction(office.as(office.person('Jane Smith', 'admin')), {
    connectionId,
    operation: 'enerflo.install.update-status',
    input: { install_id: String(install.id), status_id: String(other.id) },
    idempotencyKey: uuidv7(),
    agreed: [],
  });
  expect(state).toBe('done');
  const installTold = await toldOf('enerflo.install', install.id);
  expect(installTold('write')).toEqual(new Set(['statusId', 'status']));
  const besides = ['customerId', 'surveyUrl', 'lender', 'office'];
  expect([...installTold('fetch')]).toEqual(expect.arrayContaining(besides));
  expect(installTold('fetch')).not.toContain('status');
  // The customer stands in the answer too, and nothing was asked for of him here.
  const customerTold = await toldOf('enerflo.customer', install.customerId);
  expect([...customerTold('write')].filter((key) => key !== 'city')).toEqual([]);
  expect(customerTold('fetch')).toContain('firstName');
});

/** Which fields of a thing were told by an origin. */
async function toldOf(kind: string, externalId: number): Promise<(origin: string) => Set<string>> {
  const { connectionId, database } = office;
  const record = await database.db.record.findFirstOrThrow({
    where: { connectionId, kind, externalId: String(externalId) },
  });
  const told = await database.db.observation.findMany({ where: { recordId: record.id } });
  return (origin) =>
    new Set(told.filter((one) => one.origin === origin).flatMap(({ fields }) => Object.keys(Object(fields))));
}
