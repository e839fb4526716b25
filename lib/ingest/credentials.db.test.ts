import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { credentialPurpose } from './authenticate.ts';
import {
  basic,
  crmKey,
  enerfloKey,
  openTestIngest,
  sunnovaPassword,
  sunnovaUser,
  type TestIngest,
} from './testing/test-ingest.ts';

let ingest: TestIngest;
let fresh: ReturnType<TestIngest['another']>;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  fresh = ingest.another();
});
afterAll(async () => {
  await fresh.close();
  await ingest.close();
});
afterEach(async () => {
  const { db } = ingest.database;
  const [extra, valid] = [{ headerName: null, allowList: [], disabledAt: null }, { validUntil: null }];
  await db.endpoint.updateMany({ data: extra });
  await db.endpoint.updateMany({
    where: { id: { not: ingest.endpoints.sunnova } },
    data: { username: null },
  });
  await db.endpointCredential.updateMany({ data: valid });
  await db.connection.updateMany({ data: { disabledAt: null } });
});

let number = 0;
const body = () => JSON.stringify({ webhook_event: 'update_install', id: ++number });

/** As a process sees it that reads the endpoints anew. */
async function status(path: string, headers: Record<string, string> = {}): Promise<number> {
  const process = ingest.another();
  try {
    return (await ingest.send({ path, headers }, body(), process.context)).status;
  } finally {
    await process.close();
  }
}

async function credential(endpointId: string, kind: string, secret: string, validUntil: Date | null = null) {
  const mac = ingest.box.mac(credentialPurpose, secret);
  await ingest.database.db.endpointCredential.create({
    data: { id: uuidv7(), endpointId, kind, mac, validUntil },
  });
}

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

describe('rotation', () => {
  test('of a key: the old one is valid to its end, the new one at once, also where the process runs on', async () => {
    await ingest.enerflo(body());
    const old = { endpointId: ingest.endpoints.enerflo, mac: ingest.box.mac(credentialPurpose, enerfloKey) };
    await credential(ingest.endpoints.enerflo, 'key', 'the-new-made-up-key');
    await expect
      .poll(() =>
        ingest.send({ path: 'enerflo/the-new-made-up-key' }, body()).then((answer) => answer.status),
      )
      .toBe(202);
    await ingest.database.db.endpointCredential.updateMany({ where: old, data: { validUntil: minutes(5) } });
    expect(await status(`enerflo/${enerfloKey}`)).toBe(202);
    await ingest.database.db.endpointCredential.updateMany({ where: old, data: { validUntil: minutes(-1) } });
    expect(await status(`enerflo/${enerfloKey}`)).toBe(401);
    expect(await status('enerflo/the-new-made-up-key')).toBe(202);
    await expect
      .poll(() => ingest.enerflo(body()).then((answer) => answer.status), { timeout: 5_000 })
      .toBe(401);
    const refusal = await ingest.database.db.refusal.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(refusal).toMatchObject({
      reason: 'wrong-key',
      connectionId: ingest.connections.enerflo,
      detail: expect.stringContaining('no longer valid'),
    });
  });

  test('of a Sunnova password', async () => {
    const { sunnova } = ingest.endpoints;
    await credential(sunnova, 'password', 'the new password', null);
    await credential(sunnova, 'password', 'an old password', minutes(5));
    await credential(sunnova, 'password', 'an ended password', minutes(-5));
    const statusOf = (password: string) => status('sunnova', { authorization: basic(sunnovaUser, password) });
    expect(await statusOf('the new password')).toBe(202);
    expect(await statusOf(sunnovaPassword)).toBe(202);
    expect(await statusOf('an old password')).toBe(202);
    expect(await statusOf('an ended password')).toBe(401);
    expect(await statusOf('')).toBe(401);
  });
});

describe('switched off', () => {
  test('an address, or a whole account, is as good as unknown', async () => {
    const { db } = ingest.database;
    await db.endpoint.update({ where: { id: ingest.endpoints.crm }, data: { disabledAt: new Date() } });
    expect(await status(`crm/${crmKey}`)).toBe(401);
    await db.endpoint.update({ where: { id: ingest.endpoints.crm }, data: { disabledAt: null } });
    expect(await status(`crm/${crmKey}`)).toBe(202);
    await db.connection.update({ where: { id: ingest.connections.crm }, data: { disabledAt: new Date() } });
    expect(await status(`crm/${crmKey}`)).toBe(401);
  });

  test('counts within moments where the process runs on', async () => {
    const send = () =>
      ingest.send({ path: `crm/${crmKey}` }, body(), fresh.context).then((answer) => answer.status);
    expect(await send()).toBe(202);
    await ingest.database.db.endpoint.update({
      where: { id: ingest.endpoints.crm },
      data: { disabledAt: new Date() },
    });
    await expect.poll(send, { timeout: 5_000 }).toBe(401);
  });
});

describe('Basic credentials', () => {
  test.each(['with:a:colon', 'pässwörd 🔑', ' spaces ', 'x'.repeat(500)])(
    'a password like "%.20s"',
    async (password) => {
      await credential(ingest.endpoints.sunnova, 'password', password);
      expect(await status('sunnova', { authorization: basic(sunnovaUser, password) })).toBe(202);
      expect(await status('sunnova', { authorization: basic(sunnovaUser, `${password}.`) })).toBe(401);
    },
  );

  test.each([undefined, '', 'Basic', 'Basic !!!', 'Bearer abc', 'Basic bm9jb2xvbg=='])(
    '"%s" is none',
    async (authorization) => {
      const answer = await ingest.send(
        { path: 'sunnova', headers: authorization === undefined ? {} : { authorization } },
        body(),
      );
      expect(answer).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': expect.stringContaining('Basic') },
      });
    },
  );

  test('are asked of an Enerflo address where an admin wants them', async () => {
    const { db } = ingest.database;
    await db.endpoint.update({ where: { id: ingest.endpoints.enerflo }, data: { username: 'relay' } });
    await credential(ingest.endpoints.enerflo, 'password', 'of the relay');
    const path = `enerflo/${enerfloKey}`;
    expect(await status(path)).toBe(401);
    expect(await status(path, { authorization: basic('relay', 'wrong') })).toBe(401);
    expect(await status(path, { authorization: basic(sunnovaUser, 'of the relay') })).toBe(401);
    expect(await status(path, { authorization: basic('relay', 'of the relay') })).toBe(202);
    // The user name of an Enerflo address opens no Sunnova address.
    expect(await status('sunnova', { authorization: basic('relay', 'of the relay') })).toBe(401);
  });
});

test('a header that an admin asked for', async () => {
  const { db } = ingest.database;
  await db.endpoint.update({ where: { id: ingest.endpoints.crm }, data: { headerName: 'X-Relay-Proof' } });
  await credential(ingest.endpoints.crm, 'header', 'made-up proof');
  const path = `crm/${crmKey}`;
  expect(await status(path)).toBe(401);
  expect(await status(path, { 'x-relay-proof': crmKey })).toBe(401);
  expect(await status(path, { 'x-relay-proof': 'made-up proof' })).toBe(202);
  const event = await db.event.findFirstOrThrow({
    where: { endpointId: ingest.endpoints.crm },
    orderBy: { id: 'desc' },
  });
  expect(event.headers).toMatchObject({ 'x-relay-proof': '•••' });
});

describe('the key in the address', () => {
  test('may be percent-encoded, and end with a slash', async () => {
    const encoded = [...enerfloKey].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    expect(await status(`enerflo/${encoded}`)).toBe(202);
    expect(await status(`enerflo/${enerfloKey}/`)).toBe(202);
  });

  test.each([
    'enerflo',
    'enerflo/',
    'enerflo/%',
    'enerflo/%00',
    `enerflo/${enerfloKey}x`,
    `enerflo/${crmKey}`,
    `crm/${enerfloKey}`,
  ])('%s is refused', async (path) => expect(await status(path)).toBe(401));

  test('is nowhere in what is stored', async () => {
    const relayed = {
      'x-original-url': `/api/webhooks/crm/${crmKey}`,
      authorization: 'Bearer made-up-token',
    };
    const accepted = await ingest.send(
      { path: `crm/${crmKey}`, headers: relayed, query: 'token=made-up-token' },
      body(),
    );
    const refused = await ingest.send(
      { path: `crm/${crmKey}-wrong`, headers: { ...relayed, 'x-path': `${crmKey}-wrong` } },
      body(),
    );
    const { db } = ingest.database;
    const event = JSON.stringify(
      await db.event.findUniqueOrThrow({ where: { id: accepted.id }, omit: { contentHash: true } }),
    );
    const refusal = JSON.stringify(
      await db.refusal.findUniqueOrThrow({ where: { id: refused.id }, omit: { bytes: true } }),
    );
    for (const stored of [event, refusal, accepted.text, refused.text]) {
      expect(stored).not.toContain('made-up-token');
      expect(stored).not.toContain(`${crmKey}-wrong`);
    }
    expect(event).not.toContain(crmKey);
  });
});
