import { expect, test } from 'vitest';
import { inTime, waitsInTime } from './in-time.ts';

test('what comes in time is given, what fails fails, and what never comes is an error', async () => {
  await expect(inTime(Promise.resolve('stored'), 1_000)).resolves.toBe('stored');
  await expect(inTime(Promise.reject(new Error('refused')), 1_000)).rejects.toThrow('refused');
  await expect(inTime(new Promise(() => {}), 10)).rejects.toThrow('did not answer within 10 ms');
});

test('several steps have one time together', async () => {
  const wait = waitsInTime(60);
  const step = () => new Promise<string>((done) => setTimeout(() => done('done'), 40));
  await expect(wait(step())).resolves.toBe('done');
  await expect(wait(step())).rejects.toThrow('did not answer');
});
