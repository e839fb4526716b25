import { expect, test } from 'vitest';
import { createDayClock } from './day-clock.ts';

const minute = 60_000;
const hour = 60 * minute;

test('what is due until the head start runs at once, in order, each at its own time', async () => {
  const from = Date.now() - 10 * hour;
  const clock = createDayClock({ from, ahead: hour });
  const seen: [string, number][] = [];
  const note = (name: string) => () => seen.push([name, (clock.now() - from) / minute]);
  await new Promise<void>((resolve) => {
    clock.at(from + 50 * minute, note('late'));
    clock.at(from + 10 * minute, () => {
      note('early')();
      clock.after(5 * minute, note('after early'));
    });
    clock.at(from + 20 * minute, note('taken back'))();
    clock.at(from + 2 * hour, note('not yet'));
    clock.at(from + 59 * minute, resolve);
  });
  clock.stop();
  expect(seen).toEqual([
    ['early', 10],
    ['after early', 15],
    ['late', 50],
  ]);
});

test('goes as quickly as told, and never past our own time', async () => {
  const begun = Date.now();
  const clock = createDayClock({ from: begun - hour, speed: 36_000 });
  await new Promise<void>((resolve) => clock.after(0.5 * hour, resolve));
  expect(clock.now()).toBeGreaterThanOrEqual(begun - 0.51 * hour);
  await new Promise<void>((resolve) => clock.after(2 * hour, resolve));
  expect(clock.now()).toBeLessThanOrEqual(Date.now());
  expect(Date.now() - begun).toBeLessThan(2_000);
  clock.stop();
});
