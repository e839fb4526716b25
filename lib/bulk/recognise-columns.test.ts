import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed, operations } from '#lib/operations/registry.ts';
import { columnWords } from './column-words.ts';
import { plainName, recogniseColumns } from './recognise-columns.ts';

function recognised(operation: string, heads: string[], ...rows: string[][]) {
  const entry = operationNamed(operation);
  if (!entry) throw new Error(`no operation ${operation}`);
  const fills = recogniseColumns({ heads, rows }, operationFields(entry));
  return Object.fromEntries(
    Object.entries(fills).map(([field, fill]) => [field, 'column' in fill ? heads[fill.column] : fill.value]),
  );
}

test('columns are known by key, label and the words that people use', () => {
  const heads = ['Last Name', 'FIRST_NAME', 'Street', 'Postal code', 'St', 'Cell', 'E-Mail', 'Remark'];
  expect(recognised('enerflo.lead.add', heads)).toMatchObject({
    first_name: 'FIRST_NAME',
    last_name: 'Last Name',
    address: 'Street',
    zip: 'Postal code',
    state: 'St',
    email: 'E-Mail',
  });
});

test('a column without a known name is known by its values, where nothing else could be meant', () => {
  const heads = ['Given', 'Family name', 'Where to write'];
  const found = recognised('enerflo.lead.add', heads, ['Ada', 'Example', 'ada@example.com']);
  expect(found.email).toBe('Where to write');
});

test('a column fills one field only, and its own name goes before the other words', () => {
  const found = recognised('enerflo.note.add', ['Note', 'Comment', 'Install ID']);
  expect(found).toEqual({ install_id: 'Install ID', body: 'Note' });
});

describe('obvious names are known', () => {
  const milestone = 'enerflo.milestone.update';
  const lead = 'enerflo.lead.add';
  const appointment = 'enerflo.appointment.create';
  test.each<[string, string, string[]]>([
    [
      milestone,
      'completed_date',
      ['Completed', 'Completion date', 'Date completed', 'Done', 'Done on', 'Finished', 'Completed On'],
    ],
    [milestone, 'start_date', ['Start', 'Start date', 'Started', 'Started on']],
    [milestone, 'estimated_completion_date', ['Due', 'Due date', 'DUE ON', 'Deadline']],
    [milestone, 'install_id', ['Install', 'Install #', 'Install number', 'Project ID', 'Installation ID']],
    [milestone, 'milestone_id', ['Milestone', 'Milestone name', 'Task']],
    ['enerflo.install.update-status', 'status_id', ['Status', 'New status', 'Project status']],
    ['enerflo.note.add', 'body', ['Note', 'Notes', 'Note text', 'Comments', 'Remarks', 'Message']],
    [lead, 'add_note', ['Note', 'Notes', 'Comments']],
    [lead, 'first_name', ['First', 'First name', 'Firstname', 'FName', 'Homeowner first name']],
    [lead, 'last_name', ['Last', 'Last name', 'Surname', 'LName', 'Customer last name']],
    [lead, 'phone', ['Phone', 'Phone #', 'Phone number', 'Mobile number', 'Cell', 'Primary phone']],
    [lead, 'zip', ['ZIP', 'Zip code', 'Postal code', 'Postcode', 'Install ZIP']],
    [lead, 'email', ['Email', 'E-mail address', 'Contact email']],
    [lead, 'address', ['Street', 'Address', 'Address 1', 'Property address']],
    [lead, 'setter_email', ['Setter', 'Set by']],
    [appointment, 'start', ['Begins', 'Start', 'Start time', 'Appointment time']],
    [appointment, 'end', ['Ends', 'End', 'End time']],
    [appointment, 'appointment_type', ['Appointment type', 'Type of appointment']],
    ['enerflo.lead-install.add', 'date_signed', ['Signed on', 'Signed', 'Contract date']],
  ])('%s, %s: %j', (operation, field, heads) => {
    expect(heads.map((head) => recognised(operation, [head])[field])).toEqual(heads);
  });
});

describe('what may be something else is left to the person', () => {
  const milestone = ['Install', 'Milestone'];
  const given = { install_id: 'Install', milestone_id: 'Milestone' };

  test.each([
    ['Created on', '2026-07-04'],
    ['Completed by', 'Jane Smith'],
    ['Date', '2026-07-04'],
    ['Done', 'yes'],
    ['Completed', 'x'],
    ['Started', 'no'],
    ['Due', '$1,200'],
  ])('a column %s with %s fills no date of a milestone', (head, value) => {
    expect(recognised('enerflo.milestone.update', [...milestone, head], ['7', 'Permit', value])).toEqual(
      given,
    );
  });

  test('a date that is left over is not the date of a milestone that no column is left for', () => {
    const heads = [...milestone, 'Completed', 'Started', 'Created'];
    const row = ['7', 'Permit', '2026-07-04', '2026-07-01', '2026-06-30'];
    expect(recognised('enerflo.milestone.update', heads, row)).toEqual({
      ...given,
      completed_date: 'Completed',
      start_date: 'Started',
    });
  });

  test('a day as people write it is one, also with the day first, and an empty column may be of days', () => {
    const found = (...values: string[]) =>
      recognised('enerflo.milestone.update', [...milestone, 'Done'], ...values.map((one) => ['7', 'P', one]));
    for (const value of ['Aug 15 2026', '20-Nov-26', '46346', '="7/4/2026"', '25/12/2026', ''])
      expect(found(value, value)).toEqual({ ...given, completed_date: 'Done' });
    expect(found('2026-07-04', 'n/a')).toHaveProperty('completed_date');
    expect(found('2026-07-04', 'n/a', 'open')).not.toHaveProperty('completed_date');
  });

  test('a region is a state only where it holds states, and a column of days is no time', () => {
    expect(recognised('enerflo.lead.add', ['Region'], ['West'])).toEqual({});
    expect(recognised('enerflo.lead.add', ['Region'], ['Utah'])).toEqual({ state: 'Region' });
    expect(recognised('enerflo.appointment.create', ['Appointment date'], ['2026-07-04'])).toEqual({});
  });

  test('no word stands for two fields of one operation', () => {
    for (const operation of operations.filter(({ kind }) => kind === 'write')) {
      const words = operationFields(operation).flatMap((field) => [
        ...new Set(columnWords(field).map(plainName)),
      ]);
      const twice = words.filter((word, index) => words.indexOf(word) !== index);
      expect({ operation: operation.name, twice }).toEqual({ operation: operation.name, twice: [] });
    }
  });

  test('whatever the file, a column fills one field only, and one that has the name or label of a field fills that', () => {
    const some = fc.constantFrom(...operations.filter(({ kind }) => kind === 'write')).chain((operation) => {
      const fields = operationFields(operation);
      const known = fc.constantFrom(...fields.flatMap(columnWords));
      const heads = fc.uniqueArray(fc.oneof(known, fc.string()), { selector: plainName, maxLength: 12 });
      const cell = fc.oneof(fc.constantFrom('', 'yes', '2026-07-04', '7/4/2026 2:30 pm', 'UT'), fc.string());
      const rows = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 4 });
      return fc.record({ fields: fc.constant(fields), heads, rows });
    });
    fc.assert(
      fc.property(some, ({ fields, heads, rows }) => {
        const fills = recogniseColumns({ heads, rows }, fields);
        const columns = Object.values(fills).map((fill) => ('column' in fill ? fill.column : -1));
        expect(new Set(columns).size).toBe(columns.length);
        for (const { key, words } of fields) {
          const own = heads.findIndex((head) => plainName(head) === plainName(key));
          const named = heads.findIndex((head) => plainName(head) === plainName(words.label));
          const wanted = own === -1 ? named : own;
          if (wanted !== -1) expect(fills[key]).toEqual({ column: wanted });
        }
      }),
    );
  });
});
