import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { context, lynn, named, put, sentAt, settings, told } from '../testing/put-input.ts';

test('a lead with an install warns of change orders and needs the ids in pairs', () => {
  const add = named('lead-install.add');
  const raw = {
    ...lynn,
    survey_type_id: '12',
    assign_to_email: 'rep@example.com',
    install_integration_id: 'P-1',
  };
  const right = told('lead-install.add', raw);
  expect(right.problems).toMatchObject([{ field: 'install_integration_record_type' }]);
  const input = put('lead-install.add', { ...raw, install_integration_record_type: 'Project' });
  expect(add.request(input, context, null).body).toMatchObject({ mobile: '4805550134', survey_type_id: 12 });
  expect(
    add
      .sideEffects?.(input, null)
      .filter(({ agree }) => agree)
      .map(({ code }) => code),
  ).toEqual(['completes-change-order']);
  const saysAdds = (sent: JsonObject) =>
    add.sideEffects?.(sent, null).some(({ code }) => code === 'adds-install');
  expect(saysAdds(input)).toBe(false);
  const { install_integration_id: _, ...without } = raw;
  const made = put('lead-install.add', without);
  expect(saysAdds(made)).toBe(true);
  // What was made here, given to correct the install that has it.
  const { install_integration_id, install_integration_record_type } = made;
  const given = { ...without, install_integration_id, install_integration_record_type } as JsonObject;
  expect(saysAdds(put('lead-install.add', { ...given, system_size: '8.2' }))).toBe(false);
});

test('a lead with an install gets ids of ours, so that a repeat updates both, unless it has some or they are not wanted', () => {
  const raw = {
    ...lynn,
    survey_type_id: '12',
    assign_to_email: 'rep@example.com',
    date_signed: '2026-01-15',
  };
  const ids = (more: JsonObject = {}) => {
    const right = told('lead-install.add', { ...raw, ...more });
    const { customer_integration_id: customer, install_integration_id: install } = right.input;
    return { ...right, customer, install };
  };
  const first = ids();
  expect(first.customer).toBe(put('lead.add', lynn).integration_record_id);
  expect(first.input).toMatchObject({
    customer_integration_record_type: 'Lead',
    install_integration_record_type: 'Install',
  });
  expect(first).toMatchObject({ problems: [], cautions: [] });
  expect(first.puttingRight.filter(({ why }) => why.includes('filled in')).map(({ field }) => field)).toEqual(
    [
      'customer_integration_id',
      'customer_integration_record_type',
      'install_integration_id',
      'install_integration_record_type',
    ],
  );
  const again = { phone: '480-555-0199', city: 'Mesa', notes: 'Gate 7', last_completed_milestone: 'Permit' };
  expect(ids(again).install).toBe(first.install);

  const own = { customer_integration_id: 'C-1', customer_integration_record_type: 'Customer' };
  expect(ids(own)).toMatchObject({ customer: 'C-1', problems: [] });
  expect(ids({ ...own, first_name: 'Lyn' }).install).toBe(ids(own).install);
  const off = told('lead-install.add', raw, { ...settings, leadRecordId: false });
  expect(off.input).not.toHaveProperty('customer_integration_id');
  expect(off.cautions.map(({ field }) => field)).toEqual([
    'install_integration_id',
    'customer_integration_id',
  ]);
});

test('contracts that differ in anything that tells them apart are installs of their own, with a day or without', () => {
  const typed = { ...lynn, survey_type_id: '12', assign_to_email: 'rep@example.com' };
  const idsOf = (more: JsonObject) => {
    const { customer_integration_id: customer, install_integration_id: install } = put('lead-install.add', {
      ...typed,
      ...more,
    });
    return { customer, install };
  };
  const contracts: JsonObject[] = [
    {},
    { survey_type_id: '13' },
    { first_name: 'Ada' },
    { unit: '1' },
    { unit: '2' },
    { system_size: '8' },
    { system_cost: '8' },
    { system_size: '8', system_cost: '31000' },
  ];
  const days: JsonObject[] = [{}, { date_signed: '2026-01-15' }, { date_signed: '2026-02-01' }];
  const all = days.flatMap((day) => contracts.map((contract) => ({ ...day, ...contract })));
  expect(new Set(all.map((one) => idsOf(one).install)).size).toBe(all.length);
  // With an id of the customer that was given, which tells of no unit.
  const given = { customer_integration_id: 'C-1', customer_integration_record_type: 'Customer' };
  expect(idsOf({ ...given, unit: '1' }).install).not.toBe(idsOf({ ...given, unit: '2' }).install);
  // The same, however it is written.
  expect(idsOf({ unit: '#4b', system_size: '8.20' })).toEqual(idsOf({ unit: ' 4B ', system_size: '8.2' }));
  expect(idsOf({ unit: '4' }).customer).toBe(
    put('lead.add', { ...lynn, address: '12 Elm St #4' }).integration_record_id,
  );
  expect(told('lead-install.add', typed).cautions.map(({ field }) => field)).toEqual(['date_signed']);
});

describe('a lead with an install of which no answer came', () => {
  const typed = { ...lynn, survey_type_id: '12', assign_to_email: 'rep@example.com' };
  const before = '2024-08-01 09:00:00';
  const since = '2024-08-15 18:30:04';
  const own: JsonObject = { ...lynn, id: 5512, created: since, surveys: [] };
  /** Another person with the same e-mail address. */
  const ada: JsonObject = { ...own, id: 7001, first_name: 'Ada', address: '1 Oak St' };
  const install = (created_at: string) => ({
    surveys: { b9sqedcvp: { id: 2459008, install: { id: 4453459, created_at, updated_at: since } } },
  });
  const found = (...data: JsonObject[]) =>
    named('lead-install.add').lookUp?.found({ data }, put('lead-install.add', typed), sentAt, context);
  const undecided = (words: string, id: string) => ({
    undecided: {
      text: expect.stringContaining(words),
      whatToDo: expect.any(String),
      subjects: [{ kind: 'enerflo.customer', id }],
    },
  });

  test('is not settled by a new customer who shares the e-mail address alone', () => {
    expect(found(ada)).toEqual(undecided('or another id of yours, and without an install', '7001'));
    expect(found({ ...ada, created: before })).toBeNull();
    expect(found(ada, own)).toMatchObject({ partly: { subjects: [{ id: '5512' }] } });
  });

  test('is not settled by the new install of such a customer, which was not there before', () => {
    expect(found({ ...ada, ...install(since) })).toEqual(undecided('An install came since', '7001'));
    expect(found({ ...own, ...install(before) })).toEqual(undecided('was there before', '5512'));
    expect(found({ ...ada, ...install(since) }, { ...own, ...install(since) })).toMatchObject({
      oneOf: [
        {
          words: 'The lead and its install are there.',
          subjects: [{ kind: 'enerflo.install' }, { id: '5512' }],
        },
      ],
    });
  });

  test('is not settled by the new install of a customer with another id of ours, however alike', () => {
    const id = String(put('lead-install.add', typed).customer_integration_id);
    const withId = (integration_record_id = ''): JsonObject => ({
      ...own,
      ...install(since),
      integrations: { Partner: { Lead: { integration_record_id } } },
    });
    const sibling = { ...withId('heliograph-unit-2'), id: 7002 };
    expect(found(sibling)).toEqual(undecided('another id of yours', '7002'));
    expect(found(sibling, withId(id))).toMatchObject({ oneOf: [{ subjects: [{}, { id: '5512' }] }] });
  });
});
