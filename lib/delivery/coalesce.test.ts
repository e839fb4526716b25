import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

test('calls while it runs make one further run, which begins after the last of them', async () => {
  const ends: (() => void)[] = [];
  let begun = 0;
  const trigger = coalesce(() => {
    begun++;
    return new Promise((resolve) => ends.push(resolve));
  });
  const first = trigger();
  const second = trigger();
  const third = trigger();
  expect(begun).toBe(1);
  ends[0]?.();
  await first;
  await Promise.resolve();
  expect(begun).toBe(2);
  const fourth = trigger();
  ends[1]?.();
  await Promise.all([second, third]);
  await Promise.resolve();
  expect(begun).toBe(3);
  ends[2]?.();
  await fourth;
  expect(begun).toBe(3);
});
