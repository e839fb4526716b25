import type { Db } from '#lib/db/database.ts';
import { caseQuestions } from './case-questions.ts';
import { deliveryQuestions } from './delivery-questions.ts';
import { eventQuestions } from './event-questions.ts';
import type { Loaded } from './load.ts';

/** One thing that people ask, and in milliseconds what it may take (p95). */
export type Question = {
  name: string;
  aim: 50 | 200;
  /** Whether it must find something. */
  finds?: false;
  /** Asks about another one each time; gives how many were found. */
  ask: (db: Db, time: number) => Promise<number>;
};

/** Things of which one is asked for, each time another. */
export type Known = {
  flow: string;
  /** Ids of events that the flow took. */
  delivered: readonly string[];
  eventIds: readonly string[];
  agreements: readonly string[];
  unknownIds: readonly string[];
  /** Ids of the records of installs, and of the one with 500 events. */
  installs: readonly string[];
  busyInstall: string;
  /** Those of which an event is held by an earlier failure. */
  heldInstalls: readonly string[];
  cases: readonly KnownCase[];
};

export type KnownCase = { homeowner: string; address: string; project: string; at: number; id: string };

/** Every question, in the order in which they are asked and told. */
export function questionsOf(loaded: Loaded, known: Known): Question[] {
  return [
    ...eventQuestions(loaded, known),
    ...caseQuestions(loaded, known),
    ...deliveryQuestions(loaded, known),
  ];
}
