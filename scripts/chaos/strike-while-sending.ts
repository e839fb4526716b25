import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Field } from './field.ts';
import type { Scenario } from './scenarios.ts';
import { type Sent, startSender } from './sender.ts';

/** What happened while a scenario struck. Its events have the numbers of `sent`, and no others. */
export type Struck = { scenario: Scenario; kills: number; sent: Sent[] };

/**
 * Lets events come in for `seconds` while the scenario kills at random moments; then the sender finishes what it
 * has begun, with everything running again.
 */
export async function strikeWhileSending(
  field: Field,
  scenario: Scenario,
  { firstNumber, seconds }: { firstNumber: number; seconds: number },
): Promise<Struck> {
  const sender = startSender(field.webhookUrl, firstNumber);
  const until = Date.now() + seconds * 1000;
  let kills = 0;
  while (Date.now() < until) {
    await wait(randomInt(100, 900));
    await scenario.strike(field);
    kills += 1;
  }
  return { scenario, kills, sent: await sender.finish() };
}
