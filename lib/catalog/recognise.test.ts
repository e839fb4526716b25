import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { recognise } from './recognise.ts';
import { eventTypesOf } from './registry.ts';
import { sampleBody } from './sample-body.ts';

const enerflo = (body: Json, name: string | null = null) => recognise({ source: 'enerflo', name, body });
const sunnova = (body: Json, name: string | null = null) => recognise({ source: 'sunnova', name, body });
const crm = (body: Json, name: string | null = null) => recognise({ source: 'crm', name, body });

const install: JsonObject = { id: 1, status_id: 4 };

describe('the envelopes of Enerflo', () => {
  test.each<[string, JsonObject, string, string, JsonObject]>([
    [
      '2.0',
      { payload: { deal: { id: 'd' } }, event: 'deal.created' },
      'v2',
      'enerflo.v2.deal.created',
      { deal: { id: 'd' } },
    ],
    [
      '2.0 with an empty list for its payload',
      { event: 'deal.created', payload: [] },
      'v2',
      'enerflo.v2.deal.created',
      {},
    ],
    [
      '2.0 inside a body',
      { body: { event: 'deal.created', payload: {} } },
      'v2',
      'enerflo.v2.deal.created',
      {},
    ],
    [
      '1.0 flat',
      { webhook_event: 'update_install', id: 1 },
      'v1-flat',
      'enerflo.v1.update_install',
      { webhook_event: 'update_install', id: 1 },
    ],
    [
      '1.0 wrapped',
      { body: { ...install, eventName: 'update_install' } },
      'v1-wrapped',
      'enerflo.v1.update_install',
      { ...install, eventName: 'update_install' },
    ],
    [
      '1.0 unwrapped',
      { ...install, eventName: 'update_install' },
      'v1-unwrapped',
      'enerflo.v1.update_install',
      { ...install, eventName: 'update_install' },
    ],
  ])('%s', (_, body, envelope, type, core) => {
    expect(enerflo(body)).toMatchObject({ envelope, type, known: true, core, warnings: [] });
  });

  test('the name in the body wins over the one beside it, and says so', () => {
    const recognition = enerflo({ webhook_event: 'update_install', id: 1 }, 'new_install');
    expect(recognition.type).toBe('enerflo.v1.update_install');
    expect(recognition.warnings).toEqual([
      'The address says “new_install”, the body says “update_install”: the body counts.',
    ]);
  });

  test('the name beside the body counts where the body has none', () => {
    expect(enerflo({ id: 1 }, 'submit_install')).toMatchObject({
      type: 'enerflo.v1.submit_install',
      known: true,
      envelope: 'none',
    });
    expect(enerflo({ deal: {} }, 'deal.updated.v2')).toMatchObject({
      type: 'enerflo.v2.deal.updated.v2',
      known: true,
    });
    expect(enerflo({ payload: { deal: { id: 'd' } } }, 'deal.updated.v2')).toMatchObject({
      type: 'enerflo.v2.deal.updated.v2',
      core: { deal: { id: 'd' } },
    });
    expect(enerflo({ body: { id: 1 } }, 'update_install')).toMatchObject({
      type: 'enerflo.v1.update_install',
      core: { id: 1 },
    });
  });

  test('a name that nobody knows keeps its name whole', () => {
    const recognition = enerflo({ webhook_event: 'new_roof_inspection_note', id: 5 });
    expect(recognition).toMatchObject({
      type: 'enerflo.v1.new_roof_inspection_note',
      known: false,
      entry: null,
    });
    expect(recognition.warnings).toEqual([
      'The catalog does not know the event name “new_roof_inspection_note”.',
    ]);
    expect(enerflo({ event: 'deal.voided', payload: {} }).type).toBe('enerflo.v2.deal.voided');
    expect(enerflo({ x: 1 }, 'deal.voided').type).toBe('enerflo.v2.deal.voided');
    expect(enerflo({ x: 1 }, 'something_new').type).toBe('enerflo.v1.something_new');
  });

  test('a name of 1.0 in the form of 2.0 is another, unknown one', () => {
    expect(enerflo({ event: 'new_customer', payload: {} })).toMatchObject({
      type: 'enerflo.v2.new_customer',
      known: false,
    });
  });

  test('without any name the keys decide where they tell one type', () => {
    const note = enerflo({ id: 1, note: 'Roof done', install_id: 2 });
    expect(note).toMatchObject({ type: 'enerflo.v1.new_install_note', known: true });
    expect(note.warnings).toHaveLength(1);
    expect(enerflo(install)).toMatchObject({ type: 'enerflo.unnamed', known: false });
    expect(enerflo({})).toMatchObject({ type: 'enerflo.unnamed', known: false });
  });

  test('a name that could not be stored is cleaned', () => {
    expect(enerflo({ webhook_event: ' new_customer\u0000 ' }).type).toBe('enerflo.v1.new_customer');
    expect(enerflo({ webhook_event: 'x'.repeat(5_000) }).type).toBe(`enerflo.v1.${'x'.repeat(120)}`);
    expect(enerflo({ webhook_event: '   ' }).type).toBe('enerflo.unnamed');
    expect(enerflo({ webhook_event: 7 }).type).toBe('enerflo.unnamed');
  });
});

describe('the words of Sunnova', () => {
  const block: JsonObject = { Block_Type: 'Document - Upload', System1: 'a07', Status: 'Submitted' };

  test('the word in the URL names the type, and the keys confirm it', () => {
    expect(sunnova(block, 'project-block')).toMatchObject({
      type: 'sunnova.project-block',
      known: true,
      warnings: [],
    });
  });

  test('a mismatch is a warning that names both', () => {
    const recognition = sunnova(block, 'change-order');
    expect(recognition.type).toBe('sunnova.change-order');
    expect(recognition.warnings).toEqual([
      'The address says change-order, but the keys are those of project-block.',
    ]);
    expect(sunnova({ Status: 'New' }, 'change-order').warnings).toEqual([
      'The address says change-order, but the keys do not confirm it.',
    ]);
    expect(sunnova({ ...block, Saved_Cancellation: false }, 'project-block').warnings).toEqual([
      'The address says project-block, but the keys are also those of cancellation-case.',
    ]);
  });

  test('without a word the keys decide, if they tell one type', () => {
    expect(sunnova(block)).toMatchObject({ type: 'sunnova.project-block', known: true, warnings: [] });
    expect(sunnova({ ...block, Cancellation_Reason: 'Unknown' })).toMatchObject({
      type: 'sunnova.unnamed',
      known: false,
    });
    expect(sunnova({ Status: 'Open' })).toMatchObject({ type: 'sunnova.unnamed', known: false });
  });

  test('an unknown word is a warning, and the keys decide', () => {
    const recognition = sunnova(block, 'blocks');
    expect(recognition).toMatchObject({ type: 'sunnova.project-block', known: true });
    expect(recognition.warnings).toEqual([
      'No Sunnova webhook is called “blocks”.',
      'Its keys are those of project-block, so it was taken as that.',
    ]);
    expect(sunnova({ Status: 'Open' }, 'blocks')).toMatchObject({ type: 'sunnova.blocks', known: false });
  });

  test('keys that no sample has do not confuse it, nor does a missing value', () => {
    const own = eventTypesOf('sunnova').map((entry) => ({
      entry,
      body: asObject(entry.samples.map(sampleBody)[0]),
    }));
    const known = new Set(own.flatMap(({ body }) => Object.keys(body)));
    const strange = fc.dictionary(
      fc.string().filter((key) => !known.has(key)),
      fc.jsonValue() as fc.Arbitrary<Json>,
    );
    fc.assert(
      fc.property(fc.constantFrom(...own), strange, fc.integer(), ({ entry, body }, extra, at) => {
        const keys = Object.keys(body);
        const emptied = keys[Math.abs(at) % keys.length] ?? '';
        expect(sunnova({ ...extra, ...body, [emptied]: null }).type).toBe(entry.name);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the names of a CRM', () => {
  test('come from the address, else from the body', () => {
    expect(crm({ objectId: 5, subscriptionType: 'contact.creation' })).toMatchObject({
      type: 'crm.contact.creation',
      known: true,
    });
    expect(crm({ event: 'deal.won' }, 'deal_won').type).toBe('crm.deal_won');
    expect(crm({ eventType: 'task_done' }).type).toBe('crm.task_done');
    expect(crm({ event: { id: 1 }, type: 'moved' }).type).toBe('crm.moved');
    expect(crm({ id: 1 })).toMatchObject({ type: 'crm.unnamed', known: false });
  });
});

test.each<Json>([null, [], [{ webhook_event: 'new_customer' }], 'hello', 7, true])(
  '%j is no event of anybody',
  (body) => {
    for (const source of ['enerflo', 'sunnova', 'crm'] as const) {
      expect(recognise({ source, name: 'new_customer', body })).toMatchObject({
        type: `${source}.unnamed`,
        known: false,
        core: {},
      });
    }
  },
);

test('every body gets a type', () => {
  const body = fc.jsonValue() as fc.Arbitrary<Json>;
  const wrapped = fc.record(
    { event: body, payload: body, body, eventName: body, webhook_event: body },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.constantFrom('enerflo', 'sunnova', 'crm' as const),
      fc.option(fc.string()),
      fc.oneof(body, wrapped as fc.Arbitrary<Json>),
      (source, name, value) => {
        const recognition = recognise({ source, name, body: value });
        expect(recognition.type.startsWith(`${source}.`)).toBe(true);
        expect(isJsonObject(recognition.core)).toBe(true);
        expect(recognition.known).toBe(recognition.entry !== null);
      },
    ),
    { numRuns: 500 },
  );
});

function asObject(value: Json | undefined): JsonObject {
  if (!isJsonObject(value)) throw new Error('a sample is an object');
  return value;
}
