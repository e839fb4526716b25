import { expect, test } from 'vitest';
import { dealUpdatedV2 } from './enerflo-v2/deal-updated-v2.ts';
import { fieldTree } from './field-tree.ts';
import { readEvent } from './read-event.ts';
import { recognise } from './recognise.ts';
import { eventTypes } from './registry.ts';
import { sampleBody } from './sample-body.ts';

test('every value that a sample tells is in the tree of its type', () => {
  for (const entry of eventTypes) {
    const keys = new Set(fieldTree(entry).map((field) => `${field.record} ${field.key}`));
    for (const sample of entry.samples) {
      const reading = readEvent(recognise({ source: entry.source, body: sampleBody(sample) }));
      for (const record of reading.records) {
        for (const key of ['id', ...record.fields.map((field) => field.key)])
          expect(keys).toContain(`${record.kind} ${key}`);
      }
    }
  }
});

test('begins with the id of the main record, and has no field twice', () => {
  for (const entry of eventTypes.filter((one) => one.records.length > 0)) {
    const tree = fieldTree(entry);
    expect(tree[0]).toMatchObject({ key: 'id', record: entry.records.find((use) => use.main)?.record.kind });
    expect(new Set(tree.map((field) => `${field.record} ${field.key}`)).size).toBe(tree.length);
  }
});

test('offers only ids where the shape is unknown', () => {
  expect(fieldTree(dealUpdatedV2).map((field) => [field.recordLabel, field.key])).toEqual([
    ['Enerflo deal', 'id'],
    ['Enerflo customer', 'id'],
  ]);
});
