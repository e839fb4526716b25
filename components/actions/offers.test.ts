import { expect, test } from 'vitest';
import { operationNamed } from '#lib/operations/registry.ts';
import { offeredKinds, offersFor } from './offers.ts';

test('what is offered is in the registry, under the same label', () => {
  const offers = offersFor(offeredKinds);
  expect(offers.length).toBeGreaterThan(4);
  for (const { operation, label } of offers) expect(operationNamed(operation)?.label).toBe(label);
});

test('each thing is offered once, and nothing for what Enerflo does not know', () => {
  const names = offersFor(['enerflo.install', 'enerflo.customer', 'enerflo.install']).map((o) => o.operation);
  expect(new Set(names).size).toBe(names.length);
  expect(offersFor(['sunnova.credit'])).toEqual([]);
});
