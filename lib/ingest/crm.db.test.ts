import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { mostEvents } from './limits.ts';
import { openTestIngest, type TestIngest } from './testing/test-ingest.ts';

let ingest: TestIngest;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

let number = 100;
const age = (eventId: string, seconds: number) =>
  ingest.database.pool.query(
    'UPDATE event_key SET first_at = now() - make_interval(secs => $2) WHERE event_id = $1',
    [eventId, seconds],
  );
const eventsOf = (text: string) => JSON.parse(text).events as { id: string; status: string }[];

/** As HubSpot documents its webhooks. */
function hubspot(eventId: number, more: object = {}): object {
  const change = { propertyName: 'dealstage', propertyValue: 'closedwon', changeSource: 'CRM' };
  return {
    eventId,
    subscriptionId: 11,
    portalId: 33,
    occurredAt: 1772359200000,
    subscriptionType: 'deal.propertyChange',
    attemptNumber: 0,
    objectId: 123,
    ...change,
    ...more,
  };
}

describe('several events in one request', () => {
  test('share the bytes, and each is an event of its own with its own part of the data', async () => {
    const body = JSON.stringify([hubspot(++number), hubspot(++number, { objectId: 456, amount: 1 })]).replace(
      '"amount":1',
      '"amount":1.50',
    );
    const answer = await ingest.crm(body);
    expect(answer).toMatchObject({ status: 202, outcome: 'accepted' });
    const parts = eventsOf(answer.text);
    expect(parts.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    const [first, second] = await Promise.all(parts.map(({ id }) => ingest.event(id)));
    expect(first).toMatchObject({
      type: 'crm.deal.propertyChange',
      part: 0,
      bodyId: first?.id,
      payload: { objectId: 123 },
    });
    expect(second).toMatchObject({
      type: 'crm.deal.propertyChange',
      part: 1,
      bodyId: first?.id,
      payload: { objectId: 456 },
    });
    expect(first && (await ingest.bytesOf(first)).toString()).toBe(body);
    const { rows } = await ingest.database.pool.query(
      "SELECT payload->>'amount' AS amount FROM event WHERE id = $1",
      [second?.id],
    );
    expect(rows[0]?.amount).toBe('1.50');
  });

  test('the bytes are kept also where the first is a copy and only a later one is news', async () => {
    const known = hubspot(++number);
    const first = await ingest.crm([known]);
    const body = JSON.stringify([known, hubspot(++number)]);
    const parts = eventsOf((await ingest.crm(body)).text);
    expect(parts).toMatchObject([{ id: first.id, status: 'duplicate' }, { status: 'accepted' }]);
    const news = await ingest.event(parts[1]?.id ?? '');
    expect((await ingest.bytesOf(news)).toString()).toBe(body);
  });

  test('one that cannot be stored as it is does no harm to the others', async () => {
    const body = `[{"event":"a","x":"\\u0000"},{"event":"b","x":1,"x":2},{"event":"c","n":1e400}]`;
    const parts = eventsOf((await ingest.crm(body)).text);
    const events = await Promise.all(parts.map(({ id }) => ingest.event(id)));
    expect(events.map(({ type }) => type)).toEqual(['crm.a', 'crm.b', 'crm.c']);
    expect(events.map(({ warnings }) => warnings)).toEqual([
      [expect.stringContaining('Characters')],
      [expect.stringContaining('came twice')],
      [expect.stringContaining('shown as text')],
    ]);
  });

  test('a list of other things, or of very many, is one event', async () => {
    for (const body of [[1, 2, 3], [], Array.from({ length: mostEvents + 1 }, () => ({ n: ++number }))]) {
      const answer = await ingest.crm(body);
      expect(answer).toMatchObject({ status: 202, outcome: 'accepted' });
      expect(JSON.parse(answer.text).events).toBeUndefined();
      expect((await ingest.event(answer.id)).payload).toEqual(body);
    }
  });

  test('as many as are allowed go through at once', async () => {
    const answer = await ingest.crm(
      Array.from({ length: mostEvents }, () => ({ event: 'many', n: ++number })),
    );
    const parts = eventsOf(answer.text);
    expect(new Set(parts.map(({ id }) => id)).size).toBe(mostEvents);
    expect(await ingest.database.db.event.count({ where: { bodyId: answer.id } })).toBe(mostEvents);
    expect(await ingest.database.db.eventBody.count({ where: { id: answer.id } })).toBe(1);
  });
});

describe("a sender's own id decides", () => {
  test('HubSpot: a repeated try is a copy, also after the window; the next change is not', async () => {
    const id = ++number;
    const first = await ingest.crm([hubspot(id)]);
    await age(first.id, 4_000);
    const again = await ingest.crm([hubspot(id, { attemptNumber: 1 })]);
    expect(eventsOf(`{"events":[${again.text}]}`)[0]).toMatchObject({ id: first.id, status: 'duplicate' });
    expect((await ingest.crm([hubspot(id, { occurredAt: 1772359200001 })])).outcome).toBe('accepted');
    expect(await ingest.countOf(first.id)).toBe(2);
  });

  test('a webhook-id header: copies whatever the body, and other ids are other events', async () => {
    const send = (id: string, body: object | string) => ingest.crm(body, { 'webhook-id': id });
    const first = await send('msg_1', { event: 'x', sentAt: 1 });
    await age(first.id, 4_000);
    expect(await send('msg_1', { event: 'x', sentAt: 2 })).toMatchObject({
      id: first.id,
      outcome: 'duplicate',
    });
    expect(await send('msg_2', { event: 'x', sentAt: 1 })).toMatchObject({ outcome: 'accepted' });
    const list = [
      { event: 'x', n: 1 },
      { event: 'x', n: 2 },
    ];
    const statuses = async () => eventsOf((await send('msg_3', list)).text).map(({ status }) => status);
    expect(await statuses()).toEqual(['accepted', 'accepted']);
    expect(await statuses()).toEqual(['duplicate', 'duplicate']);
  });

  test('monday.com and plain ids in the body', async () => {
    const monday = { event: { type: 'update_column_value', triggerUuid: 'made-up-uuid', pulseId: 7 } };
    for (const body of [monday, { event: 'a', event_id: 'e-1' }, { event: 'a', eventId: 77 }]) {
      const first = await ingest.crm(body);
      await age(first.id, 4_000);
      expect(await ingest.crm({ ...body, retry: true })).toMatchObject({
        id: first.id,
        outcome: 'duplicate',
      });
    }
  });

  test('ids of more digits than can be read exactly are not trusted', async () => {
    const outcomes = ['12345678901234567890', '12345678901234567891'].map((id) =>
      ingest.crm(`{"event":"a","event_id":${id}}`),
    );
    expect((await Promise.all(outcomes)).map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
  });

  test('an id is not mistaken for one where it is an object', async () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const answer = await ingest.crm(
      `{"eventId":${deep},"subscriptionType":"x","portalId":${deep},"event":{"triggerUuid":${deep}}}`,
    );
    expect(answer).toMatchObject({ status: 202, outcome: 'accepted' });
  });
});

describe('monday.com', () => {
  test('its challenge is answered, and is no event', async () => {
    const before = await ingest.database.db.event.count();
    const answer = await ingest.crm({ challenge: 'made-up-challenge' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ challenge: 'made-up-challenge' });
    expect(await ingest.database.db.event.count()).toBe(before);
  });

  test('an event that has a challenge among other things is an event', async () => {
    expect(await ingest.crm({ challenge: 'x', event: 'y' })).toMatchObject({
      status: 202,
      outcome: 'accepted',
    });
  });
});

/** As Salesforce documents its outbound messages. */
function outboundMessage(...notifications: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>00D000000000001EAA</OrganizationId>
   <ActionId>04k000000000001AAA</ActionId>
   <SessionId xsi:nil="true"/>
   <EnterpriseUrl>https://example.my.salesforce.com/services/Soap/c/62.0/00D000000000001</EnterpriseUrl>
   <PartnerUrl>https://example.my.salesforce.com/services/Soap/u/62.0/00D000000000001</PartnerUrl>
   ${notifications.join('\n   ')}
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`;
}

function notification(id: string, fields: string): string {
  return `<Notification>
    <Id>${id}</Id>
    <sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">${fields}</sObject>
   </Notification>`;
}

describe('a Salesforce outbound message', () => {
  const xml = { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' };
  const fields =
    '<sf:Id>006000000000001AAA</sf:Id><sf:Name>Abara &amp; Sons &#8211; Juniper Way</sf:Name><sf:ZIP__c>01234</sf:ZIP__c><sf:Note__c xsi:nil="true"/>';

  test('is answered with its Ack, and each notification is an event named by its object', async () => {
    const body = outboundMessage(
      notification('04l000000000001AAA', fields),
      notification('04l000000000002AAA', '<sf:Id>006000000000002AAA</sf:Id>'),
    );
    const answer = await ingest.crm(body, xml);
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' } });
    expect(answer.text).toContain('<Ack>true</Ack>');
    const events = await ingest.database.db.event.findMany({
      where: { type: 'crm.Opportunity' },
      orderBy: { part: 'asc' },
    });
    expect(events).toMatchObject([
      {
        part: 0,
        payload: {
          Id: '006000000000001AAA',
          Name: 'Abara & Sons – Juniper Way',
          ZIP__c: '01234',
          Note__c: null,
          organizationId: '00D000000000001EAA',
        },
      },
      { part: 1, payload: { Id: '006000000000002AAA' } },
    ]);
    expect(events[0] && (await ingest.bytesOf(events[0])).toString()).toBe(body);

    // Salesforce sends until it hears the Ack, for a day.
    await age(events[0]?.id ?? '', 80_000);
    const again = await ingest.crm(body, xml);
    expect(again.text).toContain('<Ack>true</Ack>');
    expect(await ingest.countOf(events[0]?.id ?? '')).toBe(2);
    expect(await ingest.database.db.event.count({ where: { type: 'crm.Opportunity' } })).toBe(2);
  });

  test('the name in the address counts more than its own', async () => {
    await ingest.crm(
      outboundMessage(notification('04l000000000009AAA', fields)),
      xml,
      'event=opportunity.won',
    );
    expect(await ingest.database.db.event.count({ where: { type: 'crm.opportunity.won' } })).toBe(1);
  });

  test.each([
    ['cut off', outboundMessage(notification('x', fields)).slice(0, 700)],
    ['other XML', '<html><body>503</body></html>'],
    [
      'entities of its own',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${outboundMessage(notification('x', '&b;'))}`,
    ],
    ['very deep', '<a>'.repeat(50_000)],
    ['odd names', outboundMessage('<__proto__><constructor/></__proto__>')],
  ])('%s: refused without an Ack, and kept', async (_title, body) => {
    const answer = await ingest.crm(body, xml);
    expect(answer).toMatchObject({ status: 202, outcome: 'refused' });
    const refusal = await ingest.database.db.refusal.findUniqueOrThrow({ where: { id: answer.id } });
    expect(Buffer.from(refusal.bytes).toString()).toBe(body);
  });
});

describe('plain senders', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' };

  test('a form: repeated fields are lists, and names of JavaScript are names', async () => {
    const answer = await ingest.crm(
      'event=lead.created&tag=a&tag=b&tag=c&name=Ada+Abara&__proto__=x&%00=%00',
      form,
    );
    const event = await ingest.event(answer.id);
    expect(event.type).toBe('crm.lead.created');
    expect(event.payload).toMatchObject({ tag: ['a', 'b', 'c'], name: 'Ada Abara', '\ufffd': '\ufffd' });
  });

  test('a form of a hundred thousand fields takes no age', async () => {
    const began = performance.now();
    const answer = await ingest.crm(
      Array.from({ length: 100_000 }, (_, index) => `f${index}=1`).join('&'),
      form,
    );
    expect(answer.outcome).toBe('accepted');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('JSON that is called a form is read as JSON', async () => {
    const answer = await ingest.crm({ event: 'lead.created', n: 5 }, form);
    expect((await ingest.event(answer.id)).payload).toEqual({ event: 'lead.created', n: 5 });
  });

  test('a name in the address, in the body, or none', async () => {
    const typeOf = async (body: object, query?: string) =>
      (await ingest.event((await ingest.crm(body, {}, query)).id)).type;
    expect(await typeOf({ event: 'a', n: 1 }, 'event=from%20address&x=1')).toBe('crm.from address');
    expect(await typeOf({ type: 'deal.won', n: 2 })).toBe('crm.deal.won');
    expect(await typeOf({ n: 3 })).toBe('crm.unnamed');
  });
});
