import { expect, test } from 'vitest';
import { settingsSchema } from '../enerflo/settings.ts';
import { createState } from '../enerflo/state/create-state.ts';
import { createSunnovaState } from '../sunnova/sunnova-state.ts';
import type { Post, Sender } from '../webhooks/sender.ts';
import { startWebhooks } from '../webhooks/start-webhooks.ts';
import { createDayClock } from './day-clock.ts';
import { dayLength } from './plan-day.ts';
import { startDay } from './start-day.ts';

/** A whole day at once, and every webhook of it. */
async function aDay(seed: number) {
  const posts: Post[] = [];
  const sender: Sender = {
    send: (post) => posts.push(post),
    counts: () => ({}),
    idle: async () => {},
    close: () => {},
  };
  const start = Date.UTC(2026, 4, 12, 14);
  const clock = createDayClock({ from: start, ahead: dayLength - 1, speed: 0.001 });
  const settings = settingsSchema.parse({ installDelaySeconds: null });
  const enerflo = createState({ clock, seed, leads: 90, settings });
  const webhooks = startWebhooks(enerflo, sender, { seed });
  for (const version of ['v1', 'v2'] as const)
    webhooks.subscribe({ url: 'http://127.0.0.1:1/', version, installs: 'captured' });
  const sunnova = createSunnovaState({
    now: clock.now,
    tell: ({ webhook, text: body }) => posts.push({ to: '', type: `sunnova.${webhook}`, body }),
  });
  const tellCrm = (event: string, body: object) =>
    posts.push({ to: '', type: `crm.${event}`, body: JSON.stringify(body) });
  startDay({ clock, enerflo, sunnova, start, seed, tellDesign: webhooks.tell, tellCrm });
  await new Promise<void>((resolve) => clock.at(start + dayLength - 1, resolve));
  clock.stop();
  webhooks.close();
  const counts: Record<string, number> = {};
  for (const { type } of posts) counts[type] = (counts[type] ?? 0) + 1;
  return { posts, counts, sunnova };
}

test('a day is 1,500 to 3,000 webhooks of nearly every type that is not out of use', async () => {
  const { posts, counts, sunnova } = await aDay(1);
  expect(posts.length).toBeGreaterThan(1_500);
  expect(posts.length).toBeLessThan(3_000);
  expect(Object.keys(counts).length).toBeGreaterThan(35);
  // Cases come to each of their ends, and some wait for the dealer in the evening.
  const statuses = new Set(sunnova.cases.map(({ status }) => status));
  expect([...statuses]).toEqual(expect.arrayContaining(['Saved', 'Closed', 'Pending Partner Response']));
});

test('the same seed gives the same day, another seed another', async () => {
  const [one, again, other] = [await aDay(7), await aDay(7), await aDay(8)];
  expect(again.posts).toEqual(one.posts);
  expect(other.posts).not.toEqual(one.posts);
});
