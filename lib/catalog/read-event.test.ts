import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { readEvent } from './read-event.ts';
import { fieldsOf, idsOf, read, readSample } from './reading.fixture.ts';
import { recognise } from './recognise.ts';
import { eventTypes } from './registry.ts';
import { sampleBody } from './sample-body.ts';

describe('both spellings of one thing', () => {
  const wrapped = (core: JsonObject) =>
    read('enerflo', { body: { eventName: 'update_install', id: 1, ...core } });
  const field = (core: JsonObject, key: string) => fieldsOf(wrapped(core), 'enerflo.install')[key];

  test('the status of an install', () => {
    expect(field({ status_id: '4' }, 'statusId')).toBe(4);
    expect(field({ status: { id: 323, name: 'Pending KCA' } }, 'statusId')).toBe(323);
    expect(field({ status: { id: 323, name: 'Pending KCA' } }, 'status')).toBe('Pending KCA');
    expect(field({ status: { id: 323, name: null }, status_name: 'On Hold' }, 'status')).toBe('On Hold');
    expect(field({ status: [] }, 'status')).toBeUndefined();
  });

  test('the documented tree of an install, with the 2.0 deal inside', () => {
    const reading = wrapped({
      customer_id: 77,
      survey_id: 12,
      solarData: { system_size: '8.2', panel_count: 20 },
      survey_data: { enerfloV2deal: { id: '2f6d0f6a-5d5b-4f0e-8d2b-0b7c9a1e3d44' } },
      customer: [],
      office: null,
    });
    expect(fieldsOf(reading, 'enerflo.install')).toMatchObject({ systemSizeKw: 8.2, panelCount: 20 });
    expect(idsOf(reading, 'enerflo.customer')).toEqual(['77']);
    expect(idsOf(reading, 'enerflo.deal')).toEqual(['12', '2f6d0f6a-5d5b-4f0e-8d2b-0b7c9a1e3d44']);
  });

  test.each(['completed_on', 'completed_date'])('a milestone that is done: %s', (key) => {
    const details = { id: 5, install_id: 6, [key]: '2024-09-30' };
    const reading = read('enerflo', { body: { eventName: 'project_milestone_updated', details } });
    expect(fieldsOf(reading, 'enerflo.milestone')).toMatchObject({ completedOn: '2024-09-30' });
  });

  test('a ZIP code as a number gets its zero back', () => {
    expect(fieldsOf(readSample('enerflo.v2.customer.created'), 'enerflo.customer').zip).toBe('01001');
    expect(fieldsOf(readSample('enerflo.v2.deal.projectSubmitted', 1), 'enerflo.deal').zip).toBe('01001');
  });

  test('a changed customer is read as it is now', () => {
    expect(fieldsOf(readSample('enerflo.v2.customer.updated.v2'), 'enerflo.customer').lastName).toBe(
      'Sample-Jones',
    );
  });

  test.each<[string, JsonObject]>([
    ['beside the pricing', { pricingOutputs: { totalSystemSizeWatts: 8200 } }],
    ['in the priced design', { pricingOutputs: { design: { totalSystemSizeWatts: 8200 } } }],
    ['in the proposed design', { design: { totalSystemSizeWatts: 8200 } }],
  ])('the size of the system %s', (_, proposal) => {
    const payload = { deal: { id: 'd' }, customer: {}, proposal };
    const reading = read('enerflo', { event: 'deal.projectSubmitted', payload });
    expect(fieldsOf(reading, 'enerflo.deal').systemSizeWatts).toBe(8200);
  });

  test('an appointment in its nested and in its flat form', () => {
    expect(fieldsOf(readSample('enerflo.v1.new_appointment'), 'enerflo.appointment').startsAt).toBe(
      '2025-03-10T16:00:00.000Z',
    );
    const flat: JsonObject = {
      webhook_event: 'new_appointment',
      enerflo_apt_id: 7001,
      enerflo_customer_id: 77,
      survey_id: 12,
      tz: 'America/Phoenix',
      start_time: '2025-03-10 09:00:00',
      appointment_date: '2025-03-10',
      len: '60',
    };
    const reading = read('enerflo', flat);
    expect(reading.records[0]?.id).toBe('7001');
    expect(idsOf(reading, 'enerflo.customer')).toEqual(['77']);
    expect(fieldsOf(reading, 'enerflo.appointment')).toMatchObject({
      startsAt: '2025-03-10T16:00:00.000Z',
      date: '2025-03-10',
      lengthMinutes: 60,
    });
    const withTwin = read('enerflo', { ...flat, unix_time: 1741622400, tz: 'nowhere' });
    expect(fieldsOf(withTwin, 'enerflo.appointment').startsAt).toBe('2025-03-10T16:00:00.000Z');
  });

  test('a Salesforce id of 15 and of 18 characters names one record', () => {
    const id = (lead_system: string) =>
      read('sunnova', { lead_system, System_Design_Status: 'Complete' }).records[0]?.id;
    expect(id('a8m2R000000ddUTQAY')).toBe(id('a8m2R000000ddUT'));
    expect(id('A8m2R000000ddUT')).not.toBe(id('a8m2R000000ddUT'));
  });

  test('two spellings of a time are one key', () => {
    const id = (CreatedDate: string) =>
      read('sunnova', { System_Project: 'a8u4W0000011bdNQAQ', CreatedDate, Cancellation_Reason: null })
        .records[0]?.id;
    expect(id('2024-05-09T21:49:52.000+0000')).toBe(id('2024-05-09T21:49:52.000Z'));
  });
});

describe('which change order was signed', () => {
  const signed = (core: JsonObject) =>
    read('enerflo', {
      body: { eventName: 'signed_change_order', signed_at: '2024-09-16 18:40:42', ...core },
    });

  test('the row with the signed document, not the root, which may be the install', () => {
    const reading = signed({
      id: 900,
      pdf_url: 'https://x.example/b.pdf',
      install: { id: 900, status_id: 4 },
      change_orders: [
        { id: 1, pdf_url: 'https://x.example/a.pdf', status: 'voided' },
        { id: 2, pdf_url: 'https://x.example/b.pdf', status: 'complete' },
      ],
    });
    expect(reading.records[0]).toMatchObject({ kind: 'enerflo.change-order', id: '2', main: true });
    expect(fieldsOf(reading, 'enerflo.change-order')).toMatchObject({ status: 'complete', installId: '900' });
    expect(fieldsOf(reading, 'enerflo.install')).toMatchObject({ statusId: 4 });
  });

  test('no order where the only id is that of the install', () => {
    expect(signed({ id: 900, install: { id: 900 }, change_orders: [] }).records).toMatchObject([
      { kind: 'enerflo.install', id: '900' },
    ]);
  });
});

describe('presence', () => {
  const customer = (core: JsonObject) =>
    fieldsOf(read('enerflo', { webhook_event: 'update_customer', id: 1, ...core }), 'enerflo.customer');

  test('absent says nothing, null and empty text are the same emptiness', () => {
    expect(customer({})).toEqual({});
    expect(customer({ email: null, phone: '', lead_source: ' \u00a0 ' })).toEqual({
      email: null,
      phone: null,
      leadSource: null,
    });
    expect(customer({ address: [] })).toEqual({});
    expect(customer({ address: '9 Example Way' })).toEqual({ street: '9 Example Way' });
  });

  test('what cannot be read is kept as written, with a note', () => {
    const reading = read('enerflo', {
      webhook_event: 'update_customer',
      id: 1,
      address: { latitude: 'north', street: { a: 1 } },
    });
    expect(fieldsOf(reading, 'enerflo.customer')).toEqual({ latitude: 'north', street: { a: 1 } });
    expect(reading.notes).toEqual([
      'Enerflo customer: Street is not a single value: kept as written.',
      'Enerflo customer: Latitude is not a number: kept as written.',
    ]);
  });

  test('an empty copy of a customer is not complete', () => {
    const payload = {
      targetOrg: 'o',
      initiatedBy: 'u',
      customer: { id: 'c', firstName: null, lastName: '', address: {} },
    };
    expect(read('enerflo', { event: 'customer.created', payload }).complete).toBe(false);
    const named = { ...payload, customer: { id: 'c', lastName: 'Sample' } };
    expect(read('enerflo', { event: 'customer.created', payload: named }).complete).toBe(true);
  });
});

describe('types that are known by name only', () => {
  test('tell ids and nothing else', () => {
    const body = {
      event: 'deal.updated.v2',
      payload: { current: { id: 'd', shortCode: 'abc', customer: { id: 'c' } }, deal: { shortCode: 'x' } },
    };
    const reading = read('enerflo', body);
    expect(reading.records).toEqual([
      { kind: 'enerflo.deal', id: 'd', main: true, clock: null, fields: [] },
      { kind: 'enerflo.customer', id: 'c', main: false, clock: null, fields: [] },
    ]);
    expect(reading.about).toBe('d');
  });

  test('an unknown type and an event of a CRM tell their id', () => {
    expect(read('enerflo', { webhook_event: 'roof_done', id: 8 }).ids).toEqual([
      { kind: 'enerflo.v1.roof_done', label: 'Id', value: '8' },
    ]);
    expect(read('crm', { objectId: 55, subscriptionType: 'deal.creation' }).ids).toEqual([
      { kind: 'crm.object', label: 'CRM object id', value: '55' },
    ]);
  });

  test('an id that no index would take is none', () => {
    expect(read('enerflo', { webhook_event: 'roof_done', id: 'x'.repeat(9_000) }).ids).toEqual([]);
    expect(read('enerflo', { webhook_event: 'roof_done', id: 'a\nb' }).ids).toEqual([]);
  });
});

describe('whom a cancellation case is about', () => {
  const told = { System_Project: 'a8u4W0000011bdNQAQ', CreatedDate: '2024-05-09T21:49:52.000Z' };
  const about = (named: JsonObject) =>
    read('sunnova', { Saved_Cancellation: false, ...told, ...named }).about;
  const contact = { Contact_Name: 'Erin Sample' };
  const address = { System_Installation_Address: '12 Elm St, Tucson' };

  test('is the homeowner, else the contact, else the address, as its own page names it', () => {
    const homeowner = { System_Project_Primary_Customer_Name: 'Hollis Homeowner' };
    expect(about({ ...homeowner, ...contact, ...address })).toBe('Hollis Homeowner');
    expect(about({ ...contact, ...address })).toBe('Erin Sample');
    expect(about({ Contact_Name: '', ...address })).toBe('12 Elm St, Tucson');
    expect(about({})).toBe('a8u4W0000011bdN · 2024-05-09T21:49:52.000Z');
  });
});

test('reading never throws, for any entry and any body', () => {
  const json = fc.jsonValue() as fc.Arbitrary<Json>;
  for (const entry of eventTypes) {
    const bodies = entry.samples.map(sampleBody).filter(isJsonObject);
    const core =
      bodies.length > 0
        ? fc.oneof(json, fc.tuple(fc.constantFrom(...bodies), fc.nat(), json).map(mutated))
        : json;
    fc.assert(
      fc.property(core, (value) => {
        const object = isJsonObject(value) ? value : { deal: value, customer: value, id: value };
        const named = readEvent({
          type: entry.name,
          known: true,
          entry,
          envelope: 'none',
          core: object,
          warnings: [],
        });
        const found = readEvent(recognise({ source: entry.source, name: entry.vendorName, body: value }));
        for (const { about, occurredAt } of [named, found]) {
          expect(about === null || about.length > 0).toBe(true);
          expect(occurredAt === null || new Date(occurredAt).toISOString() === occurredAt).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  }
});

/** The body with one of its values, at whatever depth, replaced by another. */
function mutated([body, at, value]: [JsonObject, number, Json]): Json {
  const target = at % replaced(body, -1, null).count;
  return replaced(body, target, value).json;
}

/** The body with the value at this place of the walk replaced, and how many places there are. */
function replaced(body: Json, target: number, value: Json): { json: Json; count: number } {
  let count = 0;
  const text = JSON.stringify(body, (_, part) => {
    count += 1;
    return count - 1 === target ? value : part;
  });
  return { json: JSON.parse(text), count };
}
