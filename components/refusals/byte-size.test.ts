import { expect, test } from 'vitest';
import { byteSizeWords } from './byte-size.ts';

test('a size reads as people say it, without a jump between the units', () => {
  expect([0, 1, 1023, 1024, 1500, 64 * 1024, 1_023_000, 1_048_576, 5_242_880].map(byteSizeWords)).toEqual([
    '0 bytes',
    '1 byte',
    '1023 bytes',
    '1 KB',
    '1.5 KB',
    '64 KB',
    '999 KB',
    '1 MB',
    '5 MB',
  ]);
});
