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
