import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit } from '#lib/audit/audit.ts';
import { enerfloKey, openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { updateCustomer } from '#lib/records/testing/enerflo-bodies.ts';
import { supportCopy } from './support-copy.ts';

let ingest: TestIngest;
const actor = {
  kind: 'user',
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Olga Operator',
  role: 'operator',
} as const;

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

test('a copy for support says what came and when, by hashes of the raw bytes, and names nobody', async () => {
  const { db } = ingest.database;
  const text = JSON.stringify({ ...updateCustomer(8001, 1, { city: 'Mesa' }), phone: '(480) 555-0134' });
  const headers = {
    'x-api-key': 'made-up-secret-key',
    'x-forwarded-for': '203.0.113.9',
    'user-agent': 'Enerflo/1',
  };
  const { id } = await ingest.enerflo(text, headers);
  await ingest.enerflo(` ${text}`, headers);
  const context = { db, audit: recordAudit, actor, requestId: 'request-1', address: '192.0.2.1' };
  const copy = await supportCopy(context, id);

  expect(copy.name).toBe(`heliograph-event-${id.slice(-8)}.json`);
  const document = JSON.parse(copy.text);
  const hash = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
  expect(document).toMatchObject({
    id,
    type: 'enerflo.v1.update_customer',
    vendorName: 'update_customer',
    recognised: true,
    receivedCount: 2,
    envelope: 'v1-flat',
    contentType: 'application/json',
    byteSize: Buffer.byteLength(text),
    sha256OfRawBytes: hash(text),
    headers: { 'x-api-key': '•••', 'x-forwarded-for': '[address]', 'user-agent': 'Enerflo/1' },
    copies: [{ sha256: hash(` ${text}`) }],
    data: {
      id: 58001,
      first_name: '[name]',
      email: '[email]',
      phone: '[phone]',
      address: { city: '[address]', state: 'AZ' },
    },
  });
  expect(copy.text).not.toMatch(/ada|sample|mesa|555-?0134|made-up-secret/i);
  expect(copy.text).not.toContain(enerfloKey);

  const entry = await db.auditEntry.findFirstOrThrow({ where: { action: 'event.support-copy' } });
  expect(entry).toMatchObject({
    subjectKind: 'event',
    subjectId: id,
    actorName: 'Olga Operator',
    address: '192.0.2.1',
  });
});

test('an event that is not there is neither copied nor written down', async () => {
  const { db } = ingest.database;
  const before = await db.auditEntry.count();
  const gone = '01890000-0000-7000-8000-000000000000';
  await expect(supportCopy({ db, audit: recordAudit, actor }, gone)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await db.auditEntry.count()).toBe(before);
});
