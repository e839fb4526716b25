import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { type Actor, systemActor } from '#lib/audit/audit.ts';
import { strangerKept, strangerLimits } from './limits.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { dropRefusal, releaseRefusal } from './release-refusal.ts';
import {
  arrivalOf,
  basic,
  crmKey,
  enerfloKey,
  openTestIngest,
  type Sent,
  sunnovaUser,
  type TestIngest,
} from './testing/test-ingest.ts';

let ingest: TestIngest;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

let number = 0;
let strangers = 0;
const actor: Actor = systemActor('test');
const by = { actor, requestId: 'request-7' };
const install = (more: object = {}) =>
  JSON.stringify({
    webhook_event: 'update_install',
    id: ++number,
    timestamps: { updated_at: '2026-03-01 10:00:00' },
    ...more,
  });
/** From an address that sent nothing yet. */
const stranger = (sent: Sent): Sent => ({ from: `198.51.100.${++strangers}`, ...sent });
const wrongKey = (): Sent => stranger({ path: 'enerflo/not-a-key-of-ours' });
const kept = (id: string) => ingest.database.db.refusal.findUniqueOrThrow({ where: { id } });
const release = (id: string, more: { connectionId?: string; eventName?: string } = {}) =>
  releaseRefusal(ingest.database.db, ingest.context, { id, ...more }, by);
const toEnerflo = () => ({ connectionId: ingest.connections.enerflo });

describe('who is refused is kept', () => {
  test('a wrong key', async () => {
    const body = install();
    const answer = await ingest.send(wrongKey(), body);
    expect(answer).toMatchObject({ status: 401, headers: { 'content-type': 'application/problem+json' } });
    const refusal = await kept(answer.id);
    expect(refusal).toMatchObject({
      source: 'enerflo',
      reason: 'wrong-key',
      status: 401,
      authenticated: false,
      connectionId: null,
    });
    expect(Buffer.from(refusal.bytes).toString()).toBe(body);
    expect(refusal).toMatchObject({
      state: 'open',
      truncated: false,
      byteSize: body.length,
      remoteAddress: '198.51.100.1',
    });
  });

  test('a wrong password of a user name that is ours, with its account', async () => {
    const headers = { authorization: basic(sunnovaUser, 'wrong') };
    const answer = await ingest.send(stranger({ path: 'sunnova/lead-status', headers }), '{}');
    expect(answer.status).toBe(401);
    expect(await kept(answer.id)).toMatchObject({
      reason: 'wrong-password',
      connectionId: ingest.connections.sunnova,
      eventName: 'lead-status',
      headers: { authorization: '•••' },
    });
  });

  test('a user name that is not ours, and no credentials at all', async () => {
    const unknown = await ingest.send(
      stranger({ path: 'sunnova', headers: { authorization: basic('who', 'what') } }),
      '{}',
    );
    expect(await kept(unknown.id)).toMatchObject({ reason: 'wrong-password', connectionId: null });
    const none = await ingest.send(stranger({ path: 'sunnova/%00%01' }), '{}');
    expect(none).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Basic realm="webhooks"' } });
    expect(await kept(none.id)).toMatchObject({ reason: 'no-credentials', eventName: null });
  });

  test('an address that is not on the allow list', async () => {
    const { db } = ingest.database;
    const where = { id: ingest.endpoints.crm };
    await db.endpoint.update({ where, data: { allowList: ['203.0.113.0/24'] } });
    const process = ingest.another();
    try {
      const path = `crm/${crmKey}`;
      const answer = await ingest.send({ path, from: '192.0.2.1' }, '{"event":"x"}', process.context);
      expect(answer.status).toBe(403);
      expect(await kept(answer.id)).toMatchObject({
        reason: 'address-not-allowed',
        authenticated: true,
        connectionId: ingest.connections.crm,
      });
      expect(
        await ingest.send({ path, from: '203.0.113.7' }, '{"event":"x"}', process.context),
      ).toMatchObject({ status: 202 });
      expect(await ingest.send({ path, from: null }, '{"event":"x"}', process.context)).toMatchObject({
        status: 403,
      });
    } finally {
      await process.close();
      await db.endpoint.update({ where, data: { allowList: [] } });
    }
  });

  test('a stranger cannot have much of it kept', async () => {
    const answer = await ingest.send(wrongKey(), 'x'.repeat(strangerKept + 5));
    expect(answer.status).toBe(401);
    const refusal = await kept(answer.id);
    expect(refusal).toMatchObject({ truncated: true, byteSize: strangerKept + 5 });
    expect(refusal.bytes).toHaveLength(strangerKept);
    await expect(release(refusal.id, toEnerflo())).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('Only the beginning'),
    });
  });
});

describe('where nothing is kept', () => {
  test.each(['', 'salesforce/key', 'enerflo/a/b', 'Enerflo/key', '__proto__/x'])(
    'no source at "%s": 404',
    async (path) => {
      expect(await ingest.send({ path }, '{}')).toMatchObject({ status: 404, id: '' });
    },
  );

  test.each(['GET', 'PUT', 'DELETE', 'HEAD'])('%s: 405, and what is allowed', async (method) => {
    const answer = await ingest.send({ path: `enerflo/${enerfloKey}`, method }, '');
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  test('more than so many a minute from one stranger: 429; a sender we know is never counted', async () => {
    const { db } = ingest.database;
    const from = '192.0.2.77';
    const before = await db.refusal.count();
    const statuses = new Map<number, number>();
    for (let sent = 0; sent < strangerLimits.perMinute + 10; sent++) {
      const { status, headers } = await ingest.send({ path: 'enerflo/not-a-key-of-ours', from }, 'x');
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 429) expect(headers['retry-after']).toMatch(/^\d+$/);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 401: strangerLimits.perMinute, 429: 10 });
    expect(await db.refusal.count()).toBe(before + strangerLimits.perMinute);
    expect(await ingest.send({ path: `enerflo/${enerfloKey}`, from }, install())).toMatchObject({
      status: 202,
      outcome: 'accepted',
    });
    expect(await ingest.send({ path: `enerflo/${enerfloKey}`, from }, 'unreadable')).toMatchObject({
      status: 202,
      outcome: 'refused',
    });
    expect(await ingest.send({ path: 'enerflo/not-a-key-of-ours', from: '192.0.2.78' }, 'x')).toMatchObject({
      status: 401,
    });
  });

  test('more than so much of all strangers together: 429', async () => {
    const { pool } = ingest.database;
    await pool.query(
      `INSERT INTO refusal (id, source, reason, detail, status, authenticated, query, headers, bytes, byte_size, truncated, remote_address)
       SELECT gen_random_uuid(), 'enerflo', 'wrong-key', '', 401, false, '', '{}', '', 0, false, 'many' FROM generate_series(1, $1)`,
      [strangerLimits.rows],
    );
    const process = ingest.another();
    try {
      expect(await ingest.send(wrongKey(), 'x', process.context)).toMatchObject({ status: 429 });
      expect(
        await ingest.send({ path: `enerflo/${enerfloKey}` }, 'unreadable', process.context),
      ).toMatchObject({ status: 202 });
    } finally {
      await process.close();
      await pool.query("DELETE FROM refusal WHERE remote_address = 'many'");
    }
  });
});

describe('room for refusals', () => {
  test('an IPv6 network counts as one sender', async () => {
    let last = 0;
    for (let sent = 0; sent <= strangerLimits.perMinute; sent++) {
      const from = `2001:db8:7:7::${sent.toString(16)}`;
      last = (await ingest.send({ path: 'enerflo/not-a-key-of-ours', from }, 'x')).status;
    }
    expect(last).toBe(429);
    const from = '2001:db8:7:8::1';
    expect(await ingest.send({ path: 'enerflo/not-a-key-of-ours', from }, 'x')).toMatchObject({
      status: 401,
    });
  });

  test('is kept for those who name an address of ours, and a full one reads no body', async () => {
    const { pool } = ingest.database;
    await pool.query(
      `INSERT INTO refusal (id, source, reason, detail, status, authenticated, query, headers, bytes, byte_size, truncated, remote_address)
       SELECT gen_random_uuid(), 'enerflo', 'wrong-key', '', 401, false, '', '{}', '', 0, false, 'many' FROM generate_series(1, $1)`,
      [strangerLimits.rows * 0.8],
    );
    const process = ingest.another();
    try {
      let reads = 0;
      const unknown = arrivalOf(wrongKey(), 'x');
      const readBody: typeof unknown.readBody = (limit) => {
        reads++;
        return unknown.readBody(limit);
      };
      const answer = await receiveWebhook({ ...unknown, readBody }, process.context);
      expect([answer.status, reads]).toEqual([429, 0]);
      const headers = { authorization: basic(sunnovaUser, 'wrong') };
      expect(await ingest.send(stranger({ path: 'sunnova', headers }), '{}', process.context)).toMatchObject({
        status: 401,
      });
    } finally {
      await process.close();
      await pool.query("DELETE FROM refusal WHERE remote_address = 'many'");
    }
  });
});

describe('release', () => {
  test('takes the request in as of its first arrival, under its own id, and says who did', async () => {
    const { db, pool } = ingest.database;
    const body = install();
    const { id } = await ingest.send(wrongKey(), body);
    await pool.query("UPDATE refusal SET received_at = now() - interval '3 days' WHERE id = $1", [id]);
    const { receivedAt } = await kept(id);
    await expect(release(id)).rejects.toMatchObject({ code: 'INVALID', fields: [{ field: 'connectionId' }] });
    await expect(release(id, { connectionId: ingest.connections.sunnova })).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await release(id, toEnerflo())).toEqual({ eventId: id, status: 'accepted' });
    const event = await ingest.event(id);
    expect(event).toMatchObject({
      receivedAt,
      type: 'enerflo.v1.update_install',
      connectionId: ingest.connections.enerflo,
    });
    expect(await ingest.bytesOf(event)).toEqual(Buffer.from(body));
    expect(await kept(id)).toMatchObject({ state: 'released', eventId: id, settledBy: 'test' });
    expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
      {
        action: 'refusal.release',
        actorName: 'test',
        requestId: 'request-7',
        before: { state: 'open' },
        after: { state: 'released', eventId: id },
      },
    ]);
    await expect(release(id, toEnerflo())).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(dropRefusal(db, id, by)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('counts as a copy of what came since, however long ago the refusal was', async () => {
    const body = install();
    const { id } = await ingest.send(wrongKey(), body);
    await ingest.database.pool.query(
      "UPDATE refusal SET received_at = now() - interval '3 days' WHERE id = $1",
      [id],
    );
    const event = await ingest.enerflo(body);
    expect(await release(id, toEnerflo())).toEqual({ eventId: event.id, status: 'duplicate' });
    expect(await ingest.countOf(event.id)).toBe(2);
  });

  test('counts as a copy of what came within the window before, and is new after it', async () => {
    for (const [age, status] of [
      ['4 minutes', 'duplicate'],
      ['6 minutes', 'accepted'],
    ] as const) {
      const body = install();
      const event = await ingest.enerflo(body);
      await ingest.database.pool.query(
        `UPDATE event_key SET first_at = now() - $2::interval WHERE event_id = $1`,
        [event.id, age],
      );
      const { id } = await ingest.send(wrongKey(), body);
      expect((await release(id, toEnerflo())).status).toBe(status);
    }
  });

  test('by two people at once stores it once', async () => {
    for (const known of [false, true]) {
      const body = install();
      const event = known ? await ingest.enerflo(body) : null;
      const { id } = await ingest.send(wrongKey(), body);
      const both = await Promise.allSettled([release(id, toEnerflo()), release(id, toEnerflo())]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both).toContainEqual(
        expect.objectContaining({ reason: expect.objectContaining({ code: 'CONFLICT' }) }),
      );
      expect(await ingest.countOf(event?.id ?? id)).toBe(known ? 2 : 1);
      expect(await ingest.database.db.auditEntry.count({ where: { subjectId: id } })).toBe(1);
    }
  });

  test('goes to the account whose user name it came with, and may be told its event', async () => {
    const headers = { authorization: basic(sunnovaUser, 'wrong') };
    const { id } = await ingest.send(stranger({ path: 'sunnova', headers }), '{"Shape":"unknown"}');
    expect((await release(id, { eventName: 'weather' })).status).toBe('accepted');
    expect(await ingest.event(id)).toMatchObject({
      type: 'sunnova.weather',
      connectionId: ingest.connections.sunnova,
    });
  });

  test('says so where it still cannot be read, and leaves it open', async () => {
    const { id } = await ingest.enerflo('{"webhook_event":');
    await expect(release(id)).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining('still cannot be taken in'),
    });
    expect(await kept(id)).toMatchObject({ state: 'open' });
    const challenge = await ingest.send(stranger({ path: 'crm/not-a-key-of-ours' }), '{"challenge":"x"}');
    await expect(release(challenge.id, { connectionId: ingest.connections.crm })).rejects.toMatchObject({
      message: expect.stringContaining('handshake'),
    });
    await expect(release('01890000-0000-7000-8000-000000000009')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('unpacks and splits as the webhook itself would have been', async () => {
    const list = JSON.stringify([
      { event: 'a', n: 1 },
      { event: 'b', n: 2 },
    ]);
    const { id } = await ingest.send(
      stranger({
        path: 'crm/not-a-key-of-ours',
        headers: { 'content-type': 'application/json; charset=utf-16le' },
      }),
      Buffer.from(list, 'utf16le'),
    );
    await release(id, { connectionId: ingest.connections.crm });
    const events = await ingest.database.db.event.findMany({
      where: { bodyId: id },
      orderBy: { part: 'asc' },
    });
    expect(events).toMatchObject([
      { id, type: 'crm.a', part: 0 },
      { type: 'crm.b', part: 1 },
    ]);
  });
});

test('drop puts a refusal aside, keeps its bytes, and is told to the audit log', async () => {
  const { db } = ingest.database;
  const { id } = await ingest.send(wrongKey(), 'nothing');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 3_600_000 });
  try {
    await dropRefusal(db, id, by);
  } finally {
    vi.useRealTimers();
  }
  // By the clock of the database, whatever ours says.
  expect((await kept(id)).settledAt?.getTime()).toBeLessThan(Date.now() + 60_000);
  expect(await kept(id)).toMatchObject({ state: 'dropped', eventId: null, settledBy: 'test' });
  expect(Buffer.from((await kept(id)).bytes).toString()).toBe('nothing');
  expect(await db.auditEntry.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: 'refusal.drop' },
  ]);
  await expect(release(id, toEnerflo())).rejects.toMatchObject({ code: 'CONFLICT' });
});
