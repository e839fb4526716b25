import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { EventDraft } from './event-draft.ts';
import { splitBatch } from './split-batch.ts';

function draft(content: string, more: Partial<EventDraft> = {}): EventDraft {
  const bodyId = more.bodyId ?? uuidv7();
  return {
    id: bodyId,
    key: content,
    connectionId: 'one',
    endpointId: 'one',
    type: 'enerflo.v2.deal.created',
    known: true,
    envelope: 'v2',
    occurredAt: null,
    about: null,
    recordKey: 'enerflo.deal:7',
    complete: true,
    shard: 0,
    warnings: [],
    view: 'body',
    contentHash: Buffer.from(content),
    window: 300,
    clockless: true,
    bytes: Buffer.from(content),
    bodyId,
    part: 0,
    remoteAddress: null,
    query: '',
    contentType: null,
    contentEncoding: null,
    headers: '{}',
    receivedAt: null,
    ...more,
  };
}

describe('how many go together', () => {
  test('all, while they are of different records', () => {
    const drafts = ['A', 'B', 'C'].map((content) => draft(content, { recordKey: `enerflo.deal:${content}` }));
    expect(splitBatch(drafts, [])).toBe(3);
  });

  test('copies, too', () => expect(splitBatch([draft('A'), draft('A'), draft('A')], [draft('A')])).toBe(3));

  test('not a clockless one behind a different one of its record', () => {
    expect(splitBatch([draft('A'), draft('A'), draft('B'), draft('A')], [])).toBe(2);
    expect(splitBatch([draft('A'), draft('C', { clockless: false }), draft('A')], [])).toBe(2);
  });

  test('nor beside one that is being stored', () => {
    expect(splitBatch([draft('A')], [draft('A'), draft('B')])).toBe(0);
    expect(splitBatch([draft('X', { recordKey: null }), draft('A')], [draft('B')])).toBe(1);
  });

  test('of another account, without a record, or empty: they are nothing to each other', () => {
    expect(splitBatch([draft('A'), draft('B', { connectionId: 'two' }), draft('A')], [])).toBe(3);
    expect(
      splitBatch(
        ['A', 'B', 'A'].map((content) => draft(content, { recordKey: null })),
        [],
      ),
    ).toBe(3);
    expect(splitBatch([draft('A'), draft('B', { complete: false }), draft('A')], [])).toBe(3);
  });

  test('types with a clock go in any order', () => {
    expect(
      splitBatch(
        ['A', 'B', 'A'].map((content) => draft(content, { clockless: false })),
        [],
      ),
    ).toBe(3);
  });

  test('200 rows or 8 MB, but always one', () => {
    const many = Array.from({ length: 300 }, (_, index) => draft(`${index}`, { recordKey: null }));
    expect(splitBatch(many, [])).toBe(200);
    const bytes = Buffer.alloc(5 * 1024 * 1024);
    const large = ['A', 'B', 'C'].map((content) => draft(content, { recordKey: null, bytes }));
    expect(splitBatch(large, [])).toBe(1);
    const parts = ['A', 'B', 'C'].map((content) =>
      draft(content, { recordKey: null, bytes, bodyId: 'shared' }),
    );
    expect(splitBatch(parts, [])).toBe(3);
    expect(splitBatch([draft('A', { bytes: Buffer.alloc(9 * 1024 * 1024) })], [])).toBe(1);
  });
});
