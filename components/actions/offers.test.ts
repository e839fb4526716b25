import { expect, test } from 'vitest';
import { operationNamed } from '#lib/operations/registry.ts';
import { offeredKinds, offersFor } from './offers.ts';
import { toldOf } from './told-of.ts';

test('what is offered is in the registry, under the same label', () => {
  const offers = offeredKinds.flatMap((kind) => offersFor([kind]));
  expect(offers.length).toBeGreaterThan(4);
  for (const { operation, label } of offers) expect(operationNamed(operation)?.label).toBe(label);
});

const named = (...kinds: string[]) => offersFor(kinds).map(({ operation }) => operation);

test('a submission offers what can be done about the install that comes of it', () => {
  const offered = named('enerflo.deal', 'enerflo.customer', 'enerflo.org');
  expect(offered).toContain('enerflo.note.add');
  expect(offered).toContain('enerflo.install.update-status');
  expect(offered).toContain('enerflo.milestone.update');
  expect(offered).toContain('enerflo.customer.update');
  expect(offered).toContain('enerflo.install.find-by-deal');
  // Where the install is told there is nothing to find, and its deal is told by a number that finds none.
  expect(named('enerflo.install', 'enerflo.deal')).not.toContain('enerflo.install.find-by-deal');
});

test('an appointment can be changed, and a note deleted, where the form would know of whom', () => {
  expect(named('enerflo.appointment', 'enerflo.customer')).toContain('enerflo.appointment.change');
  expect(named('enerflo.appointment')).not.toContain('enerflo.appointment.change');
  expect(named('enerflo.note', 'enerflo.install').at(-1)).toBe('enerflo.note.delete');
  expect(named('enerflo.note')).toEqual([]);
});

test('a Sunnova lead can be added in Enerflo where it is told itself, and not its id alone', () => {
  expect(named('sunnova.lead')).toEqual(['enerflo.lead.add']);
  expect(named('sunnova.contract', 'sunnova.lead')).toEqual(['enerflo.lead.add']);
  // As an event of a design has it: the design with its fields, and whose it is.
  const told = toldOf([
    { kind: 'sunnova.design', fields: ['Design status'] },
    { kind: 'sunnova.lead', fields: [] },
  ]);
  expect(told).toEqual({ kinds: ['sunnova.design'], named: ['sunnova.lead'] });
  expect(offersFor(told.kinds, told.named)).toEqual([]);
  // What takes ids alone needs no more than an id, and what it needs besides may be an id too.
  expect(offersFor(['enerflo.note'], ['enerflo.install']).map((offer) => offer.operation)).toEqual(
    named('enerflo.note', 'enerflo.install'),
  );
});

test('each thing is offered once, and nothing for what Enerflo does not know', () => {
  const names = offersFor(['enerflo.install', 'enerflo.customer', 'enerflo.install']).map((o) => o.operation);
  expect(new Set(names).size).toBe(names.length);
  expect(offersFor(['sunnova.credit'])).toEqual([]);
});
