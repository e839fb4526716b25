import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { bodyLimit, oversizeKept } from './limits.ts';
import { keptBytes, openTestIngest, type Read, type TestIngest } from './testing/test-ingest.ts';

let ingest: TestIngest;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

let number = 0;
const plain = () => ({ webhook_event: 'update_install', id: ++number, note: 'a neighbour' });

/** Sends a body among neighbours of the same batch, and sees that nobody suffers and its bytes are found again. */
async function sendAmongOthers(
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Read> {
  const [before, answer, after] = await Promise.all([
    ingest.enerflo(plain()),
    ingest.enerflo(body, headers),
    ingest.enerflo(plain()),
  ]);
  for (const neighbour of [before, after]) {
    expect(neighbour).toMatchObject({ status: 202, outcome: 'accepted' });
    expect((await ingest.event(neighbour.id)).payload).toMatchObject({ note: 'a neighbour' });
  }
  expect(answer.status).toBe(202);
  expect(await keptBytes(ingest, answer.id)).toEqual(Buffer.from(body));
  return answer;
}

const named = (more: string) => `{"webhook_event":"update_install","id":${++number},${more}}`;

describe('JSON that is taken in', () => {
  test('10,000 levels deep: recognised, and shown as raw data only', async () => {
    const answer = await sendAmongOthers(named(`"deep":${'['.repeat(10_000)}${']'.repeat(10_000)}`));
    const event = await ingest.event(answer.id);
    expect(event).toMatchObject({ type: 'enerflo.v1.update_install', known: true, payload: null });
    expect(event.warnings).toEqual([expect.stringContaining('nested 10001 levels deep')]);
  });

  test('NUL and halves of pairs, in values and keys: shown as replacements', async () => {
    const answer = await sendAmongOthers(
      named('"a\\u0000b":"c\\u0000d","lone":"\\ud800x","\\udfffy":1,"pair":"\\ud83d\\ude00","exact":1.50'),
    );
    const { payload, warnings } = await ingest.event(answer.id);
    expect(payload).toMatchObject({ 'a\ufffdb': 'c\ufffdd', lone: '\ufffdx', '\ufffdy': 1, pair: '😀' });
    expect(warnings).toEqual([expect.stringContaining('Characters that cannot be stored')]);
    const { rows } = await ingest.database.pool.query(
      "SELECT payload->>'exact' AS exact FROM event WHERE id = $1",
      [answer.id],
    );
    expect(rows[0]?.exact).toBe('1.50');
  });

  test.each(['1e400', '-1e400', '1e-400', `0.${'0'.repeat(20_000)}1`, '9'.repeat(140_000), '0e-99999'])(
    'a number beyond all bounds (%.10s…): shown as text',
    async (written) => {
      const answer = await sendAmongOthers(named(`"cost":${written},"exact":12345678901234567890`));
      const { payload, warnings } = await ingest.event(answer.id);
      expect(payload).toMatchObject({ cost: expect.stringMatching(/^[-0-9]/) });
      expect(warnings).toEqual([expect.stringContaining('shown as text')]);
    },
  );

  test('ids that differ in their last digit alone are two records, and each is found by its own', async () => {
    const [one, other] = ['4150868000001234567', '4150868000001234568'];
    const named = (id: string) => `{"webhook_event":"new_customer","id":${id},"first_name":"Anna"}`;
    for (const id of [one, other]) {
      const answer = await sendAmongOthers(named(id ?? ''));
      const { payload, recordKey } = await ingest.event(answer.id);
      expect(payload).toMatchObject({ id });
      expect(recordKey).toBe(`enerflo.customer:${id}`);
    }
  });

  test('20 digits are shown to the last one', async () => {
    const answer = await sendAmongOthers(named('"big":12345678901234567891,"small":1.0'));
    const { rows } = await ingest.database.pool.query(
      'SELECT payload::text AS text FROM event WHERE id = $1',
      [answer.id],
    );
    expect(rows[0]?.text).toContain('12345678901234567891');
    expect(rows[0]?.text).toContain('1.0');
  });

  test('keys that come twice, nested too: both values are named', async () => {
    const answer = await sendAmongOthers(
      named('"a":1,"a":{"b":[1],"c":2,"\\u0062":"x"},"list":[{"d":1,"d":1}]'),
    );
    const { warnings, payload } = await ingest.event(answer.id);
    expect(payload).toMatchObject({ a: { b: 'x', c: 2 } });
    expect(warnings).toEqual([
      'The key "b" came twice: first [1], then "x". The last one counts.',
      'The key "a" came twice: first 1, then {"b":[1],"c":2,"\\u0062":"x"}. The last one counts.',
      'The key "d" came twice: first 1, then 1. The last one counts.',
    ]);
  });

  test('keys that come twice by the thousand, with NUL in them: some are named', async () => {
    const answer = await sendAmongOthers(
      named(Array.from({ length: 5_000 }, () => '"k\\u0000":"\\ud800"').join()),
    );
    const { warnings } = await ingest.event(answer.id);
    expect(warnings).toHaveLength(12);
  });

  test('__proto__, constructor and other names of JavaScript are keys like any other', async () => {
    const more =
      '"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}},"hasOwnProperty":1,"\\u0000":0';
    const answer = await sendAmongOthers(named(more));
    const { rows } = await ingest.database.pool.query(
      "SELECT payload->'__proto__' AS proto FROM event WHERE id = $1",
      [answer.id],
    );
    expect(rows[0]?.proto).toEqual({ polluted: true });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    await sendAmongOthers('{"__proto__":null,"event":{"__proto__":"x"},"payload":[]}');
  });

  test('a 2 MB text in one field, and as the id', async () => {
    const huge = 'x'.repeat(2 * 1024 * 1024);
    const answer = await sendAmongOthers(
      named(`"note":"${huge}","customer":{"first_name":"${huge}","last_name":"B"}`),
    );
    expect((await ingest.event(answer.id)).about?.length).toBeLessThan(1_000);
    for (const body of [
      `{"webhook_event":"update_install","id":"${huge}"}`,
      `{"webhook_event":"${huge}","id":1}`,
      `{"event":"deal.created","payload":{"deal":{"id":"${huge}"}}}`,
    ]) {
      const odd = await sendAmongOthers(body);
      expect(odd.outcome).toBe('accepted');
    }
  });

  test('a list, though nothing can be read from it', async () => {
    const answer = await sendAmongOthers('[{"webhook_event":"update_install","id":1}]');
    expect(await ingest.event(answer.id)).toMatchObject({ type: 'enerflo.unnamed', known: false });
  });
});

describe('text in other clothes', () => {
  const text = () => named('"city":"Cañon City"');
  const isShown = async (answer: Read) =>
    expect((await ingest.event(answer.id)).payload).toMatchObject({ city: 'Cañon City' });

  test('a byte order mark', async () => isShown(await sendAmongOthers(`\ufeff${text()}`)));
  test('UTF-16 with a mark', async () =>
    isShown(await sendAmongOthers(Buffer.from(`\ufeff${text()}`, 'utf16le'))));
  test('UTF-16 without one', async () =>
    isShown(await sendAmongOthers(Buffer.from(text(), 'utf16le').swap16())));
  test('Latin-1', async () =>
    isShown(
      await sendAmongOthers(Buffer.from(text(), 'latin1'), {
        'content-type': 'application/json; charset=iso-8859-1',
      }),
    ));

  test('bytes that are not UTF-8 are shown as far as they go', async () => {
    const answer = await sendAmongOthers(Buffer.from(text(), 'latin1'));
    const { payload, warnings } = await ingest.event(answer.id);
    expect(payload).toMatchObject({ city: 'Ca\ufffdon City' });
    expect(warnings).toEqual([expect.stringContaining('not valid UTF-8')]);
  });

  test('two bodies that differ only in such bytes are two events', async () => {
    const body = Buffer.from(named('"updated_at":"2026-03-01 10:00:00","city":"Ca\xf1on"'), 'latin1');
    const first = await sendAmongOthers(body);
    body[body.length - 5] = 0xf2;
    expect((await sendAmongOthers(body)).id).not.toBe(first.id);
  });

  test('a character set that nobody knows', async () => {
    const answer = await sendAmongOthers(text(), { 'content-type': 'application/json; charset=klingon' });
    expect((await ingest.event(answer.id)).warnings).toEqual([expect.stringContaining('klingon')]);
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['DEFLATE', deflateRawSync],
    ['zstd', zstdCompressSync],
    ['identity', (given: string) => Buffer.from(given)],
    ['gzip, br', (given: string) => brotliCompressSync(gzipSync(given))],
  ] as const)('packed as %s', async (encoding, pack) => {
    await isShown(await sendAmongOthers(pack(text()), { 'content-encoding': encoding }));
  });
});

describe('what cannot be read is refused and kept', () => {
  test.each([
    ['empty', '', {}, 'empty'],
    ['white space', ' \r\n\t ', {}, 'empty'],
    ['empty and said to be packed', '', { 'content-encoding': 'gzip' }, 'empty'],
    ['a word', 'hello', {}, 'unreadable'],
    ['a number', '42', {}, 'unreadable'],
    ['a text', '"hello"', {}, 'unreadable'],
    ['null', 'null', {}, 'unreadable'],
    ['a form', 'a=1&b=2', { 'content-type': 'application/x-www-form-urlencoded' }, 'unreadable'],
    ['two objects', '{"a":1}{"b":2}', {}, 'unreadable'],
    ['cut off', '{"webhook_event":"update_install","id":1', {}, 'unreadable'],
    ['NUL bytes', '\0\0\0\0', {}, 'unreadable'],
    ['broken gzip', gzipSync('{"a":1}').subarray(0, 18), { 'content-encoding': 'gzip' }, 'encoding'],
    ['no gzip at all', '{"a":1}', { 'content-encoding': 'gzip' }, 'encoding'],
    ['a gzip bomb', gzipSync(Buffer.alloc(50 * 1024 * 1024)), { 'content-encoding': 'gzip' }, 'encoding'],
    ['a packing that nobody knows', '{"a":1}', { 'content-encoding': 'constructor' }, 'encoding'],
  ] as const)('%s', async (_title, body, headers, reason) => {
    const answer = await sendAmongOthers(body, headers);
    expect(answer.outcome).toBe('refused');
    const refusal = await ingest.database.db.refusal.findUniqueOrThrow({ where: { id: answer.id } });
    expect(refusal).toMatchObject({ reason, authenticated: true, truncated: false, status: 202 });
    expect(refusal.detail).not.toBe('');
  });
});

describe('size', () => {
  const sized = (size: number) => {
    const start = named('"note":"');
    return `${start.slice(0, -1)}${'n'.repeat(size - start.length - 1)}"}`;
  };

  test('5 MB exactly is taken', async () => {
    const body = sized(bodyLimit);
    expect(Buffer.byteLength(body)).toBe(bodyLimit);
    expect((await sendAmongOthers(body)).outcome).toBe('accepted');
  });

  test('one byte more is answered with 413, and its first 64 KB are kept', async () => {
    const body = sized(bodyLimit + 1);
    const answer = await ingest.enerflo(body);
    expect(answer.status).toBe(413);
    const refusal = await ingest.database.db.refusal.findUniqueOrThrow({ where: { id: answer.id } });
    expect(refusal).toMatchObject({ reason: 'too-large', truncated: true, byteSize: bodyLimit + 1 });
    expect(Buffer.from(refusal.bytes).toString()).toBe(body.slice(0, oversizeKept));
  });
});

describe('whatever comes', () => {
  const survives = async (body: string | Uint8Array, send: (body: string | Uint8Array) => Promise<Read>) => {
    const answer = await send(body);
    expect(answer.status).toBe(202);
    const kept = [await keptBytes(ingest, answer.id)];
    if (answer.outcome === 'duplicate') {
      const copies = await ingest.database.db.eventCopy.findMany({ where: { eventId: answer.id } });
      kept.push(...copies.map(({ bytes }) => bytes && Buffer.from(bytes)));
    }
    expect(kept).toContainEqual(Buffer.from(body));
  };
  const oddText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\0', '\ud800', '\udfff', '__proto__', 'id', 'event'),
  );
  const oddJson = fc
    .object({ key: oddText, values: [oddText, fc.double(), fc.integer(), fc.constant(null)], maxDepth: 6 })
    .map((value) => JSON.stringify(value));
  const senders = [
    (body: string | Uint8Array) => ingest.enerflo(body),
    (body: string | Uint8Array) => ingest.sunnova('lead-status', body),
    (body: string | Uint8Array) => ingest.crm(body),
  ];

  test('any bytes are answered with 202 and found again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...senders), survives),
      { numRuns: 150 },
    );
  });

  test('any JSON likewise', async () => {
    await fc.assert(fc.asyncProperty(oddJson, fc.constantFrom(...senders), survives), { numRuns: 250 });
  });
});
