import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTestIngest, type Read, type TestIngest } from './testing/test-ingest.ts';

let ingest: TestIngest;
let other: ReturnType<TestIngest['another']>;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  other = ingest.another();
});
afterAll(async () => {
  await other.close();
  await ingest.close();
});

let number = 1000;

/** A type with a time of its own: the same bytes are the same happening. */
function install(more: object = {}): object {
  return {
    webhook_event: 'update_install',
    id: ++number,
    timestamps: { updated_at: '2026-03-01 10:00:00' },
    ...more,
  };
}

/** A type without one. */
function deal(id: string, stage: string): object {
  return {
    event: 'deal.created',
    payload: { deal: { id, shortCode: stage, state: { hasDesign: stage === 'A' } } },
  };
}

function dealId(): string {
  return `deal-${++number}`;
}

/** Sends one after the other, as a sender does that waits for each answer. */
async function inOrder(...sends: (() => Promise<Read>)[]): Promise<Read[]> {
  const answers: Read[] = [];
  for (const send of sends) answers.push(await send());
  return answers;
}

function outcomes(answers: Read[]): string[] {
  return answers.map(({ outcome }) => outcome);
}

const distinct = (answers: Read[]) => new Set(answers.map(({ id }) => id)).size;

describe('what has no record', () => {
  const status = (stage: string) => ({ objectId: number, subscriptionType: 'deal.change', stage });
  const unknown = (stage: string) => ({ webhook_event: 'roof_done', id: number, stage });

  test.each([
    ['a CRM', status, (body: object) => ingest.crm(body)],
    ['an unknown type', unknown, (body: object) => ingest.enerflo(body)],
  ])('%s: of A, B, A the last A is news', async (_title, make, send) => {
    number++;
    const answers = await inOrder(
      () => send(make('A')),
      () => send(make('A')),
      () => send(make('B')),
      () => send(make('A')),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'duplicate', 'accepted', 'accepted']);
    const events = await Promise.all(answers.map(({ id }) => ingest.event(id)));
    expect(new Set(events.map(({ recordKey }) => recordKey)).size).toBe(1);
    expect(events[0]?.recordKey).toMatch(new RegExp(`:${number}$`));
  });
});

describe('copies', () => {
  test('200 at once, at two processes, are one event', async () => {
    const body = install();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        ingest.enerflo(body, {}, index % 2 ? other.context : undefined),
      ),
    );
    expect(distinct(answers)).toBe(1);
    expect(outcomes(answers).filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    const [{ id } = { id: '' }] = answers;
    expect(await ingest.countOf(id)).toBe(200);
    const { db } = ingest.database;
    expect(await db.eventKey.count({ where: { eventId: id } })).toBe(1);
    expect(await db.eventCopy.count({ where: { eventId: id, bytes: null } })).toBe(199);
  });

  test('with keys in another order and other white space count, and keep their own bytes', async () => {
    const [first, copy, same] = await inOrder(
      () =>
        ingest.enerflo(
          `{"webhook_event":"update_install","id":77,"status":{"id":1,"name":"Active"},"cost":1.50}`,
        ),
      () =>
        ingest.enerflo(
          `{ "status": {"name":"Active", "id":1},\n "cost":1.50, "id":77,"webhook_event":"update_install"}`,
        ),
      () =>
        ingest.enerflo(
          `{"webhook_event":"update_install","id":77,"status":{"id":1,"name":"Active"},"cost":1.50}`,
        ),
    );
    expect([copy, same]).toMatchObject([
      { outcome: 'duplicate', id: first?.id },
      { outcome: 'duplicate', id: first?.id },
    ]);
    const copies = await ingest.database.db.eventCopy.findMany({
      where: { eventId: first?.id },
      orderBy: { id: 'asc' },
    });
    expect(copies.map(({ bytes }) => bytes && Buffer.from(bytes).toString())).toEqual([
      `{ "status": {"name":"Active", "id":1},\n "cost":1.50, "id":77,"webhook_event":"update_install"}`,
      null,
    ]);
  });

  test('in another character set or packed are copies as well', async () => {
    const text = JSON.stringify(install({ note: 'Año' }));
    const [first, copy] = await inOrder(
      () => ingest.enerflo(text),
      () => ingest.enerflo(Buffer.from(`\ufeff${text}`, 'utf16le')),
    );
    expect(copy).toMatchObject({ outcome: 'duplicate', id: first?.id });
  });

  test('a second event once the window, counted from the first arrival, is over', async () => {
    const body = install();
    const first = await ingest.enerflo(body);
    const age = (seconds: number) =>
      ingest.database.pool.query(
        'UPDATE event_key SET first_at = now() - make_interval(secs => $1) WHERE event_id = $2',
        [seconds, first.id],
      );
    await age(290);
    expect(await ingest.enerflo(body)).toMatchObject({ outcome: 'duplicate', id: first.id });
    // The copy did not begin the window anew: ten seconds later it is over.
    await age(301);
    const second = await ingest.enerflo(body);
    expect(second.outcome).toBe('accepted');
    expect(second.id).not.toBe(first.id);
    expect(await ingest.enerflo(body)).toMatchObject({ outcome: 'duplicate', id: second.id });
    expect([await ingest.countOf(first.id), await ingest.countOf(second.id)]).toEqual([2, 2]);
  });

  test('of another account are no copies', async () => {
    const body = { event: 'ping', at: ++number };
    const answers = await inOrder(
      () => ingest.enerflo(body),
      () => ingest.crm(body),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'accepted']);
  });
});

describe('numbers', () => {
  test.each([
    ['20 digits that differ in the last', '12345678901234567890', '12345678901234567891'],
    ['1.0 and 1', '1.0', '1'],
    ['1e2 and 100', '1e2', '100'],
    ['0 and -0', '0', '-0'],
    ['1e400 and 1e401', '1e400', '1e401'],
  ])('%s are two events', async (_title, one, another) => {
    const id = ++number;
    const body = (value: string) =>
      `{"webhook_event":"update_install","id":${id},"value":${value},"updated_at":"2026-03-01 10:00:00"}`;
    const answers = await inOrder(
      () => ingest.enerflo(body(one)),
      () => ingest.enerflo(body(another)),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'accepted']);
    expect(await ingest.enerflo(body(one).replaceAll(',', ', '))).toMatchObject({
      outcome: 'duplicate',
      id: answers[0]?.id,
    });
  });

  test('a key that comes twice has the bytes decide', async () => {
    const id = ++number;
    const answers = await inOrder(
      () =>
        ingest.enerflo(
          `{"webhook_event":"update_install","id":${id},"updated_at":"2026-03-01 10:00:00","a":1,"a":2}`,
        ),
      () =>
        ingest.enerflo(
          `{"webhook_event":"update_install","id":${id},"updated_at":"2026-03-01 10:00:00","a":3,"a":2}`,
        ),
      () =>
        ingest.enerflo(
          `{"webhook_event":"update_install","id":${id},"updated_at":"2026-03-01 10:00:00","a":1,"a":2}`,
        ),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'accepted', 'duplicate']);
  });
});

describe('types without a time of their own', () => {
  test('A, A is one event', async () => {
    const id = dealId();
    const answers = await inOrder(
      () => ingest.enerflo(deal(id, 'A')),
      () => ingest.enerflo(deal(id, 'A')),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'duplicate']);
  });

  test('B, A, A is two', async () => {
    const id = dealId();
    const both = await Promise.all([ingest.enerflo(deal(id, 'B')), ingest.enerflo(deal(id, 'A'))]);
    expect(outcomes([...both, await ingest.enerflo(deal(id, 'A'))])).toEqual([
      'accepted',
      'accepted',
      'duplicate',
    ]);
  });

  test('A, B, A is three, one after the other at two processes', async () => {
    const id = dealId();
    const answers = await inOrder(
      () => ingest.enerflo(deal(id, 'A')),
      () => ingest.enerflo(deal(id, 'B'), {}, other.context),
      () => ingest.enerflo(deal(id, 'A')),
      () => ingest.enerflo(deal(id, 'B'), {}, other.context),
      () => ingest.enerflo(deal(id, 'B')),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'duplicate']);
    expect(distinct(answers)).toBe(4);
  });

  test('A, B, A is three when all come at once', async () => {
    for (let round = 0; round < 10; round++) {
      const id = dealId();
      const answers = await Promise.all(['A', 'B', 'A', 'A'].map((stage) => ingest.enerflo(deal(id, stage))));
      expect(outcomes(answers)).toEqual(['accepted', 'accepted', 'accepted', 'duplicate']);
    }
  });

  test('B and A that come at once after an A are two more', async () => {
    for (let round = 0; round < 10; round++) {
      const id = dealId();
      await ingest.enerflo(deal(id, 'A'));
      const answers = await Promise.all(['B', 'A'].map((stage) => ingest.enerflo(deal(id, stage))));
      expect(outcomes(answers)).toEqual(['accepted', 'accepted']);
    }
  });

  test('an empty copy in between changes nothing', async () => {
    const id = dealId();
    const customer = { id, firstName: 'Ada', lastName: 'Abara', email: 'ada.abara@example.com' };
    const full = { event: 'customer.created', payload: { customer } };
    const answers = await inOrder(
      () => ingest.enerflo(full),
      () => ingest.enerflo({ event: 'customer.created', payload: { customer: { id } } }),
      () => ingest.enerflo(full),
    );
    expect(outcomes(answers)).toEqual(['accepted', 'accepted', 'duplicate']);
    expect((await ingest.event(answers[1]?.id ?? '')).complete).toBe(false);
  });

  test('types with a time of their own do not mind what came between', async () => {
    const a = install();
    const b = { ...a, note: 'another', timestamps: { updated_at: '2026-03-01 10:00:01' } };
    const answers = await inOrder(...[a, b, a].map((body) => () => ingest.enerflo(body)));
    expect(outcomes(answers)).toEqual(['accepted', 'accepted', 'duplicate']);
  });
});

test('a file address that was signed anew does not make a copy new', async () => {
  const id = dealId();
  const body = (signature: string, more = '') =>
    `{"event":"deal.projectSubmitted","payload":{"deal":{"id":"${id}","cost":1.0${more},"files":[{"id":"f1","url":"https://files.example.com/a.pdf?Expires=1&Signature=${signature}"}]}}}`;
  const answers = await inOrder(
    () => ingest.enerflo(body('one')),
    () => ingest.enerflo(body('two')),
    () => ingest.enerflo(body('two', ',"size":2')),
  );
  expect(outcomes(answers)).toEqual(['accepted', 'duplicate', 'accepted']);
});

test('eight processes that send the same many bodies in any order lose none and never lock each other out', async () => {
  const bodies = Array.from({ length: 60 }, () => (number % 2 ? install() : deal(dealId(), 'A')));
  const processes = Array.from({ length: 8 }, () => ingest.another());
  try {
    const answers = await Promise.all(
      processes.flatMap(({ context }, process) =>
        bodies
          .map((_, index) => bodies[(index * (process * 2 + 7)) % bodies.length] ?? {})
          .map((body) => ingest.enerflo(body, {}, context)),
      ),
    );
    expect(answers.every(({ status }) => status === 202)).toBe(true);
    const ids = [...new Set(answers.map(({ id }) => id))];
    const states = await ingest.database.db.eventState.findMany({ where: { eventId: { in: ids } } });
    expect(states.reduce((sum, { receivedCount }) => sum + receivedCount, 0)).toBe(answers.length);
    const accepted = answers.filter(({ outcome }) => outcome === 'accepted');
    expect(accepted.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(await ingest.database.db.eventBody.count({ where: { id: { in: ids } } })).toBe(ids.length);
  } finally {
    await Promise.all(processes.map(({ close }) => close()));
  }
});

test('an event waits for the worker from the moment it is acknowledged; a copy gives it nothing more to do', async () => {
  const waiting = (eventId: string) =>
    ingest.database.db.eventState.count({ where: { eventId, appliedAt: null } });
  const body = install();
  const { id } = await ingest.enerflo(body);
  expect(await waiting(id)).toBe(1);
  await ingest.database.db.eventState.update({ where: { eventId: id }, data: { appliedAt: new Date() } });
  await ingest.enerflo(body);
  expect(await waiting(id)).toBe(0);
});
