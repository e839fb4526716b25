import { describe, expect, test } from 'vitest';
import { isJsonObject } from '#lib/json.ts';
import { unwrapEnerflo } from './enerflo-envelope.ts';
import type { EventType } from './event-type.ts';
import { readEvent } from './read-event.ts';
import { recognise } from './recognise.ts';
import { eventTypeNamed, eventTypes, eventTypesOf, recordKinds } from './registry.ts';
import { sampleBody } from './sample-body.ts';

const samples = eventTypes.flatMap((entry) => entry.samples.map((sample) => ({ entry, sample })));

describe('the registry', () => {
  test('holds every type that the sources name', () => {
    const count = (start: string) => eventTypes.filter((entry) => entry.name.startsWith(start)).length;
    expect({ v1: count('enerflo.v1.'), v2: count('enerflo.v2.'), sunnova: count('sunnova.') }).toEqual({
      v1: 17,
      v2: 16,
      sunnova: 8,
    });
    expect(eventTypes.filter((entry) => entry.deprecated).map((entry) => entry.vendorName)).toEqual([
      'complete_survey',
      'customer.updated',
      'deal.updated',
    ]);
  });

  test('finds each entry by its name, and none by another', () => {
    expect(new Set(eventTypes.map((entry) => entry.name)).size).toBe(eventTypes.length);
    for (const entry of eventTypes) expect(eventTypeNamed(entry.name)).toBe(entry);
    expect(eventTypeNamed('enerflo.v1.toString')).toBeNull();
    expect(eventTypeNamed('crm.')).toBeNull();
    expect(eventTypeNamed('crm.unnamed')).toBeNull();
    expect(eventTypeNamed('crm.deal_won')).toMatchObject({
      source: 'crm',
      vendorName: 'deal_won',
      shape: 'unknown',
    });
    expect(eventTypesOf('crm')).toEqual([]);
  });

  test('uses only record kinds that it lists, each with fields under keys of their own', () => {
    for (const entry of eventTypes)
      for (const use of entry.records) expect(recordKinds).toContain(use.record);
    for (const kind of recordKinds) {
      const keys = kind.fields.map((field) => field.key);
      expect(new Set(keys).size, kind.kind).toBe(keys.length);
      expect(keys, 'the id stands beside the fields').not.toContain('id');
      expect(kind.id.length + (kind.idParts?.length ?? 0), kind.kind).toBeGreaterThan(0);
    }
  });

  test('tells in lists how a record stands by plain fields only', () => {
    for (const { kind, fields, standing = [], place } of recordKinds) {
      const typeOf = (key: string) =>
        fields.find((field) => field.key === key && field.class === 'plain')?.type;
      for (const { key } of standing) expect(typeOf(key), `${kind}: ${key}`).toBe('date');
      if (place) expect(typeOf(place), `${kind}: ${place}`).toBe('integer');
      // By this name the deletion of every kind is known.
      if (fields.some(({ key }) => key === 'deletedAt')) expect(typeOf('deletedAt'), kind).toBe('instant');
    }
  });

  test('names twins that exist, and of two twins prefers the same one from both sides', () => {
    for (const { name, twin } of eventTypes) {
      if (!twin) continue;
      const other = eventTypeNamed(twin.name);
      expect(other, `${name} has a twin that is not there`).not.toBeNull();
      if (other?.twin?.name === name) expect(other.twin.preferTwin, name).toBe(!twin.preferTwin);
    }
  });
});

describe.each(eventTypes.map((entry) => [entry.name, entry] as const))('%s', (_, entry) => {
  test('is more than a name', () => {
    expect(problemsOf(entry)).toEqual([]);
  });
});

test('an entry that only names its type fails', () => {
  const bare: EventType = {
    name: 'enerflo.v1.only_a_name',
    source: 'enerflo',
    vendorName: 'only_a_name',
    label: 'Only a name',
    trigger: 'Something happened.',
    guideStage: null,
    receivedBy: 'both',
    evidence: 'documented',
    shape: 'known',
    claims: () => false,
    records: [],
    timeFrom: [],
    coreFields: [],
    samples: [],
  };
  expect(problemsOf(bare)).not.toEqual([]);
});

describe.each(samples.map(({ entry, sample }) => [entry.name, sample.title, entry, sample] as const))(
  '%s: %s',
  (_name, _title, entry, sample) => {
    const body = sampleBody(sample);

    test('is claimed by its own entry and no other', () => {
      if (!isJsonObject(body)) throw new Error('a sample is an object');
      const core = entry.source === 'enerflo' ? unwrapEnerflo(body).core : body;
      const claiming = eventTypesOf(entry.source).filter((other) => other.claims(core));
      expect(claiming.map((other) => other.name)).toEqual([entry.name]);
    });

    test('is recognised without a doubt, and read', () => {
      const recognition = recognise({ source: entry.source, name: null, body });
      expect(recognition).toMatchObject({ type: entry.name, known: true, entry, warnings: [] });
      const reading = readEvent(recognition);
      expect(reading.records.filter((record) => record.main)).toHaveLength(1);
      expect(reading.records[0]?.fields.some((field) => field.value !== null)).toBe(true);
      expect(reading.ids.length).toBeGreaterThan(0);
      expect(reading.about).toBeTruthy();
      expect(reading.complete).toBe(true);
      if (entry.timeFrom.length > 0) expect(reading.occurredAt).toMatch(/^\d{4}-.*Z$/);
    });
  },
);

/** What an entry lacks to be of use; a shape that nobody knows has to be said to be unknown. */
function problemsOf(entry: EventType): string[] {
  const problems: string[] = [];
  const check = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  const prefix = entry.source === 'enerflo' ? /^enerflo\.v[12]\./ : /^sunnova\./;
  check(entry.name.replace(prefix, '') === entry.vendorName, 'its name is not the vendor’s');
  check(entry.label !== '' && entry.trigger.endsWith('.'), 'no label or no trigger');
  const mains = entry.records.filter((use) => use.main).length;
  if (entry.shape === 'unknown') {
    check(entry.samples.length === 0, 'an invented sample');
    check(entry.records.length === 0 || mains === 1, 'not exactly one main record');
    check(entry.records.length > 0 || (entry.idsFrom ?? []).length > 0, 'no id at all');
    return problems;
  }
  check(mains === 1, 'not exactly one main record');
  check(entry.samples.length > 0 || entry.evidence === 'assumed', 'no sample, though its shape was seen');
  check(
    entry.records.some((use) => use.main && use.record.fields.length > 0 && !use.idOnly),
    'tells nothing of its main record',
  );
  return problems;
}
