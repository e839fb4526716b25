import { describe, expect, test } from 'vitest';
import { enerfloSettingsSchema } from '#lib/enerflo/enerflo-settings.schema.ts';
import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed, operations } from '#lib/operations/registry.ts';
import { assertFills } from './assert-fills.ts';
import type { Fills } from './bulk.schema.ts';
import { sampleValue } from './sample-value.ts';

const settings = enerfloSettingsSchema.parse({});
const heads = Array.from({ length: 40 }, (_, at) => `Column ${at}`);
const writes = operations.filter(({ kind }) => kind === 'write');

function named(name: string): Operation {
  const operation = operationNamed(name);
  if (!operation) throw new Error(`no operation ${name}`);
  return operation;
}

/** The words at each field where the columns cannot be left so; none where the rows can be checked. */
function wrong(name: string, fills: Fills): Record<string, string> {
  try {
    assertFills({ heads, fills }, named(name), { settings });
    return {};
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Object.fromEntries(error.fields.map(({ field, message }) => [field, message]));
  }
}

/** A column each for these fields. */
const columns = (...fields: string[]): Fills =>
  Object.fromEntries(fields.map((field, column) => [field, { column }]));

describe('where every row would lack the same, it is said before any is checked', () => {
  const milestone = 'enerflo.milestone.update';
  const needed = ['install_id', 'milestone_id'];
  const which = 'Choose the column for it, or one value for all rows.';

  test('a milestone without any date', () => {
    const none = { completed_date: `Give at least one date. ${which}` };
    expect(wrong(milestone, columns(...needed))).toEqual(none);
    expect(wrong(milestone, { ...columns(...needed), start_date: { value: ' ' } })).toEqual(none);
    for (const date of ['completed_date', 'start_date', 'estimated_completion_date']) {
      expect(wrong(milestone, columns(...needed, date))).toEqual({});
      expect(wrong(milestone, { ...columns(...needed), [date]: { value: 'today' } })).toEqual({});
    }
  });

  test('told together with a field that is needed by itself', () => {
    expect(wrong(milestone, columns('install_id'))).toEqual({
      milestone_id: 'Choose the column for “Milestone”, or one value for all rows.',
      completed_date: `Give at least one date. ${which}`,
    });
  });

  test('a change of nothing, and half of a pair that all rows have', () => {
    expect(wrong('enerflo.customer.update', columns('customer_id'))).toEqual({
      first_name: `Give at least one field to change. ${which}`,
    });
    expect(wrong('enerflo.customer.update', columns('customer_id', 'zip'))).toEqual({});
    expect(wrong('enerflo.appointment.change', columns('customer_id', 'appointment_id'))).toEqual({
      start: `Give a new time, or somebody to assign it to. ${which}`,
    });
    const lead = 'enerflo.lead-install.add';
    const person = operationFields(named(lead))
      .filter(({ required }) => required)
      .map(({ key }) => key);
    const id = 'install_integration_id';
    expect(wrong(lead, { ...columns(...person), [id]: { value: '7' } })).toEqual({
      install_integration_record_type: `Give the id of the install and its kind together. ${which}`,
    });
    // Rows that have none are right, so that it is for each row to say.
    expect(wrong(lead, columns(...person, id))).toEqual({});
  });
});

test.each(writes.map((operation) => [operation.name, operation] as const))(
  '%s: all of its fields matched can be checked, and samples are what its fields take',
  (name, operation) => {
    const fields = operationFields(operation);
    expect(wrong(name, columns(...fields.map(({ key }) => key)))).toEqual({});
    const samples = Object.fromEntries(fields.map(({ key, words }) => [key, sampleValue(words)]));
    const issues = operation.input.safeParse(samples).error?.issues ?? [];
    // Only what is said of fields together, such as an end that is not after its begin.
    expect(issues.filter(({ code }) => code !== 'custom')).toEqual([]);
  },
);
