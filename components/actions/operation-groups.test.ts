import { expect, test } from 'vitest';
import { operations } from '#lib/operations/registry.ts';
import { operationGroups } from './operation-groups.ts';

test('every operation stands in one group, in the order of the guide', () => {
  const groups = operationGroups(operations);
  const names = groups.flatMap((group) => group.operations.map(({ name }) => name));
  expect(names.toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  const steps = groups.map(({ step }) => step ?? 7);
  expect(steps).toEqual(steps.toSorted());
  // What the guide does not have stands where one looks for it; what changes something comes first.
  expect(groups.find(({ step }) => step === 5)?.operations.map(({ name }) => name)).toEqual([
    'enerflo.note.add',
    'enerflo.note.delete',
    'enerflo.note.list',
  ]);
});

test('a step without any operation stands there where something must be said of it', () => {
  expect(operationGroups([], [6])).toEqual([{ step: 6, title: 'Change orders', operations: [] }]);
});
