import { expect, test } from 'vitest';
import { recordKinds } from '#lib/catalog/registry.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operations } from '#lib/operations/registry.ts';
import { asksForLead, leadKinds, leadValues } from './lead-values.ts';

const formOf = (name: string) => {
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(`There is no operation ${name}.`);
  return operationFields(operation);
};
const told = (fields: Record<string, unknown>) => ({
  kind: 'sunnova.lead',
  fields: Object.entries(fields).map(([key, value]) => ({ key, value })),
});
const ali = {
  status: 'Open',
  firstName: 'Ali',
  lastName: 'Shahid',
  email: 'ali@example.com',
  phone: '+13072412568',
  street: '123 Test St.',
  city: 'Windham',
  state: 'NH',
  zip: '03087',
  leadSource: 'Web-Sol',
};

test('a Sunnova lead fills in who it is, where, and how to reach them', () => {
  expect(leadValues(formOf('enerflo.lead.add'), told(ali))).toEqual({
    first_name: 'Ali',
    last_name: 'Shahid',
    email: 'ali@example.com',
    phone: '3072412568',
    address: '123 Test St.',
    city: 'Windham',
    state: 'NH',
    zip: '03087',
  });
});

test('what it fills in is what the fields take', () => {
  for (const operation of operations) {
    for (const [key, value] of Object.entries(leadValues(operationFields(operation), told(ali)))) {
      const taken = operation.input.shape[key]?.safeParse(value).success;
      expect({ operation: operation.name, key, taken }).toMatchObject({ taken: true });
    }
  }
});

test('what is empty, hidden or in another form is left to the person', () => {
  const fields = { ...ali, email: null, phone: '+44 20 7946 0018', street: '', zip: undefined };
  const { email, phone, address, zip } = leadValues(formOf('enerflo.lead.add'), told(fields));
  expect({ email, phone, address, zip }).toEqual({ phone: '+44 20 7946 0018' });
});

test('only a form that adds a lead takes it', () => {
  const adding = operations.filter((one) => asksForLead(operationFields(one))).map(({ name }) => name);
  expect(adding.sort()).toEqual([
    'enerflo.lead-install.add',
    'enerflo.lead.add',
    'enerflo.lead.add-with-appointment',
    'enerflo.lead.add-with-deal',
  ]);
  expect(leadValues(formOf('enerflo.customer.update'), told(ali))).toEqual({});
  expect(leadValues(formOf('enerflo.lead.add'), { ...told(ali), kind: 'enerflo.customer' })).toEqual({});
});

test('every field that it is filled in from is one of the catalog', () => {
  for (const kind of leadKinds) {
    const known = recordKinds.find((one) => one.kind === kind)?.fields.map(({ key }) => key) ?? [];
    const all = { kind, fields: known.map((key) => ({ key, value: key })) };
    expect(Object.keys(leadValues(formOf('enerflo.lead.add'), all))).toHaveLength(8);
  }
});
