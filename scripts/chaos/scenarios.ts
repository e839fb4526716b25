import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Field, Part } from './field.ts';

/** What is killed in a round, again and again while events come in. */
export type Scenario = { name: string; summary: string; strike: (field: Field) => Promise<void> };

export const scenarios: readonly Scenario[] = [
  {
    name: 'kill-web',
    summary: 'the process that takes in webhooks',
    strike: ({ parts }) => strikeAll([parts.web]),
  },
  {
    name: 'kill-worker',
    summary: 'the process that applies and delivers',
    strike: ({ parts }) => strikeAll([parts.worker]),
  },
  {
    name: 'kill-postgres',
    summary: 'the database server with all its processes',
    strike: ({ parts }) => strikeAll([parts.postgres]),
  },
  {
    name: 'kill-all',
    summary: 'everything at once, the stand-in CRM too',
    strike: ({ parts }) => strikeAll([parts.postgres, parts.web, parts.worker, parts.crm]),
  },
];

/** Kills the parts together, leaves them dead for a moment, and starts them again, the first one first. */
async function strikeAll([first, ...others]: [Part, ...Part[]]): Promise<void> {
  await Promise.all([first, ...others].map((part) => part.kill()));
  await wait(randomInt(300));
  await first.start();
  await Promise.all(others.map((part) => part.start()));
}
