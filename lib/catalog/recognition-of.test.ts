import { expect, test } from 'vitest';
import { readEvent } from './read-event.ts';
import { recognise } from './recognise.ts';
import { recognitionOf } from './recognition-of.ts';
import { eventTypes } from './registry.ts';
import { sampleBody } from './sample-body.ts';

const samples = eventTypes.flatMap((entry) =>
  entry.samples.map((sample) => ({ entry, payload: sampleBody(sample) })),
);

test('every sample is read from its stored type as it was when it came', () => {
  for (const { entry, payload } of samples) {
    const { source } = entry;
    const came = recognise({ source, name: entry.vendorName, body: payload });
    const stored = recognitionOf({ source, type: came.type, known: came.known, payload });
    expect(readEvent(stored)).toEqual(readEvent(came));
  }
});

test('an unknown event tells of no record, whatever its keys look like', () => {
  for (const { entry, payload } of samples) {
    const type = `${entry.source}.never_heard_of`;
    const stored = recognitionOf({ source: entry.source, type, known: false, payload });
    expect(stored).toMatchObject({ type, known: false, entry: null });
    expect(readEvent(stored).records).toEqual([]);
  }
});
