import { expect, test } from 'vitest';
import { inTime } from './in-time.ts';

test('what comes in time is given, what fails fails, and what never comes is an error', async () => {
  await expect(inTime(Promise.resolve('stored'), 1_000)).resolves.toBe('stored');
  await expect(inTime(Promise.reject(new Error('refused')), 1_000)).rejects.toThrow('refused');
  await expect(inTime(new Promise(() => {}), 10)).rejects.toThrow('did not answer within 10 ms');
});
