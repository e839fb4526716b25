import { createHash } from 'node:crypto';

/**
 * The idempotency key of one try of one row, a UUID (version 8) made from what names it: whoever runs the row, before
 * or after a crash, runs the same action.
 */
export function rowKey(bulkId: string, number: number, tries: number): string {
  const bytes = createHash('sha256').update(`bulk ${bulkId} ${number} ${tries}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [8, 12, 16, 20, 32].map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end)).join('-');
}
