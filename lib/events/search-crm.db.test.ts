import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EVENT_WORDS_VERSION } from '#lib/catalog/search/event-words.ts';
import { openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { projections } from '#lib/runtime/projections.ts';
import { writeSetting } from '#lib/settings/settings.ts';
import { listEvents } from './list-events.ts';
import { sweepSearch } from './sweep-search.ts';

let ingest: TestIngest;
const event: Record<string, string> = {};

const outboundMessage = `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
<notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>00D000000000001EAA</OrganizationId>
<Notification><Id>04l000000000001AAA</Id><sObject xmlns:sf="urn:sobject" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="sf:Lead">
<sf:Id>00Q000000000001AAA</sf:Id><sf:FirstName>Zoë</sf:FirstName><sf:LastName>Okafor-Lind</sf:LastName>
<sf:Phone>(602) 555-0177</sf:Phone><sf:Email>Zoe.Okafor@Example.com</sf:Email><sf:Street>77 North Juniper Court</sf:Street>
</sObject></Notification></notifications></soapenv:Body></soapenv:Envelope>`;

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  const send = async (name: string, body: object | string, headers?: Record<string, string>) => {
    const { id, text } = await ingest.crm(body, headers);
    event[name] = id || text;
  };
  await send('salesforce', outboundMessage, { 'content-type': 'text/xml' });
  await send('monday', {
    event: {
      type: 'update_name',
      triggerUuid: 'made-up',
      boardId: 5_550_001,
      pulseId: 88_112_233,
      pulseName: 'Castillo',
    },
  });
  await send('hubspot', [
    {
      eventId: 1,
      subscriptionType: 'contact.propertyChange',
      objectId: 777_001,
      propertyName: 'email',
      propertyValue: 'ada@example.org',
    },
    {
      eventId: 2,
      subscriptionType: 'contact.propertyChange',
      objectId: 777_002,
      propertyName: 'lastname',
      propertyValue: 'Castillo',
    },
  ]);
  await send('plain', {
    event: 'lead.changed',
    lead: { leadId: 'LD-90210', homeowner: { name: 'Ada María Castillo', mobile: '480.555.0134' } },
    owner: { name: 'Iris Vance' },
    token: 'tok_castle_1',
  });
  const { id } = await ingest.enerflo({
    webhook_event: 'roof_inspected',
    id: 12,
    inspection: { customer_name: 'Ben Sample', install_id: 4_471_900 },
  });
  event.unknown = id;
  await applyWaiting(ingest.database.db, { hooks: projections });
  const stored = await ingest.database.db.event.findMany({ orderBy: { id: 'asc' } });
  for (const { id, type, part } of stored) {
    if (type === 'crm.Lead') event.salesforce = id;
    if (type === 'crm.contact.propertyChange') event[`hubspot ${part + 1}`] = id;
  }
  delete event.hubspot;
});
afterAll(() => ingest.close());

async function found(q: string, seeing = { personal: true }): Promise<string[]> {
  const { items } = await listEvents(ingest.database.db, { q, limit: 100 }, seeing);
  return items.map(({ id }) => Object.entries(event).find(([, one]) => one === id)?.[0] ?? id).sort();
}

describe('an event whose shape nobody knows is found', () => {
  test.each([
    ['by the object of HubSpot', '777001', ['hubspot 1']],
    ['by the item of monday.com', '88112233', ['monday']],
    ['by its board', '5550001', ['monday']],
    ['by the id of Salesforce', '00Q000000000001AAA', ['salesforce']],
    ['by that in its short form', '00Q000000000001', ['salesforce']],
    ['by an id further down', 'ld-90210', ['plain']],
    ['by the id of what an unknown type of Enerflo speaks of', '4471900', ['unknown']],
    ['by an e-mail address', 'zoe.okafor@example.com', ['salesforce']],
    ['by what stands before the @', 'zoe.okafor', ['salesforce']],
    ['by a changed e-mail address', 'ADA@example.org', ['hubspot 1']],
    ['by a phone number in another notation', '+1 480-555-0134', ['plain']],
    ['by it without its area', '555 0177', ['salesforce']],
    ['by its last digits', '0134', ['plain']],
    ['by a last name', 'castillo', ['hubspot 2', 'monday', 'plain']],
    ['by a name in another order', 'CASTILLO ada', ['plain']],
    ['by half a double name', 'Lind Zoe', ['salesforce']],
    ['by a street', '77 N. Juniper Ct', ['salesforce']],
    ['by it with its town', '77 N. Juniper Ct, Mesa, AZ 85201', ['salesforce']],
    ['by the name of whom an unknown type speaks of', 'ben sample', ['unknown']],
  ])('%s: %s', async (_, q, events) => {
    expect(await found(q)).toEqual(events);
  });

  test('not by the names of colleagues, by secrets, by parts of words, or by how a word is kept', async () => {
    for (const q of [
      'Iris Vance',
      'tok_castle_1',
      'casti',
      'castillo zoe',
      'name:castillo',
      'email:zoe.okafor',
    ]) {
      expect(await found(q)).toEqual([]);
    }
  });

  test('by ids alone, where one may not see personal values', async () => {
    const unseen = { personal: false };
    for (const [q, events] of [
      ['777001', ['hubspot 1']],
      ['88112233', ['monday']],
      ['LD-90210', ['plain']],
    ] as const) {
      expect(await found(q, unseen)).toEqual(events);
    }
    for (const q of [
      'castillo',
      'zoe.okafor@example.com',
      'zoe.okafor',
      '4805550134',
      '555 0177',
      '0134',
      '77 n juniper ct',
      'name:castillo',
      'Name:Castillo',
      'email:zoe.okafor',
      'phone:4805550134',
      'phone:0134',
    ]) {
      expect(await found(q, unseen)).toEqual([]);
    }
  });
});

test('what an older version applied gets these words after an upgrade, once, and what it read loses none', async () => {
  const { db } = ingest.database;
  const searched = await db.eventSearch.findMany({ orderBy: { eventId: 'asc' } });
  // Of two that came in one request either may be the last.
  const heardNow = () => db.heardType.findMany({ orderBy: { type: 'asc' }, omit: { lastEventId: true } });
  const heard = await heardNow();
  await db.$executeRaw`UPDATE event_search SET words = words[1:2]`;
  await writeSetting(db, 'searchSwept', {
    version: EVENT_WORDS_VERSION - 1,
    downTo: '00000000-0000-0000-0000-000000000000',
  });
  expect(await found('castillo')).toEqual([]);
  expect(await sweepSearch(db)).toBe(searched.length);
  expect(await db.eventSearch.findMany({ orderBy: { eventId: 'asc' } })).toEqual(searched);
  expect(await heardNow()).toEqual(heard);
  expect(await sweepSearch(db)).toBe(0);
});

test('looking for words reads no whole table', async () => {
  const client = await ingest.database.pool.connect();
  try {
    await client.query('SET enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT event_id FROM event_search x
       WHERE x.words && '{castillo,email:castillo}'::text[] OR x.words @> '{name:ada,name:castillo}'::text[] LIMIT 2001`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Bitmap Index Scan on event_search_words');
    expect(plan).not.toContain('Seq Scan');
  } finally {
    client.release(true);
  }
});
