import { expect, test } from 'vitest';
import { fetchedCustomer } from './fetched.ts';

const uuid = '0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10';
const person = { id: 35, first_name: 'Lynn', email: 'lynn@example.com' };

test('what is told of a customer holds for his record of 2.0 too, where there is one', () => {
  const listed = fetchedCustomer({
    ...person,
    updated: '2026-05-04 10:00:00',
    integrations: { 'Enerflo V2': { EnerfloV2Customer: { integration_record_id: uuid } } },
  });
  const fields = { firstName: 'Lynn', email: 'lynn@example.com' };
  const clock = '2026-05-04T10:00:00.000Z';
  const kind = 'enerflo.customer';
  expect(listed).toEqual([
    { kind, id: '35', clock, fields },
    { kind, id: uuid, clock, fields, onlyKnown: true },
  ]);

  const alone = fetchedCustomer({
    ...person,
    integration_maps: [
      { integration_id: '21', integration_record_type: 'Lead', external_id: 'CRM-1' },
      { integration_id: '35', integration_record_type: 'EnerfloV2Customer', external_id: uuid },
    ],
  });
  expect(alone.map(({ id, onlyKnown }) => [id, onlyKnown])).toEqual([
    ['35', undefined],
    [uuid, true],
  ]);
});

test('a customer without a uuid, or told by it, is one', () => {
  const partner = { integration_record_type: 'Lead', external_id: 'CRM-1' };
  const maps = [[], [partner], {}, null].map((integration_maps) => ({ ...person, integration_maps }));
  const lists = [[], { Partner: {} }, null].map((integrations) => ({ ...person, integrations }));
  for (const row of [person, ...maps, ...lists]) {
    expect(fetchedCustomer(row).map(({ id }) => id)).toEqual(['35']);
  }
  const own = [{ integration_record_type: 'EnerfloV2Customer', external_id: uuid }];
  expect(fetchedCustomer({ ...person, id: uuid, integration_maps: own })).toHaveLength(1);
});
