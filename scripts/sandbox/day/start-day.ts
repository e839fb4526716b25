import type { State } from '../enerflo/state/create-state.ts';
import type { SunnovaState } from '../sunnova/sunnova-state.ts';
import type { Dealer } from './dealer.ts';
import { createPeople } from './people.ts';
import { dayLength, planDay } from './plan-day.ts';
import { randomFrom } from './random.ts';
import { sunnovaBefore } from './sunnova-before.ts';

/** What of the morning is over when somebody comes to look. */
export const headStart = 90 * 60_000;

/** When the day of a demo that begins now must have begun, so that it ends now as well, at `speed` times our pace. */
export function dayStart(speed: number): number {
  return Date.now() + (dayLength - headStart) / speed - dayLength;
}

/** Lets days of a dealer happen, one after the other, from `start` (ms since 1970); the same for the same seed. */
export function startDay({
  clock,
  enerflo,
  sunnova,
  start,
  seed = 1,
  tellDesign = () => {},
  tellCrm = () => {},
}: Pick<Dealer, 'clock'> &
  Partial<Pick<Dealer, 'tellDesign' | 'tellCrm'>> & {
    enerflo: State;
    sunnova: SunnovaState;
    start: number;
    seed?: number;
  }): void {
  const random = randomFrom(seed).branch('day');
  const dealer: Dealer = {
    clock,
    enerflo,
    sunnova,
    tellDesign,
    tellCrm,
    newPerson: createPeople(random.branch('people')),
  };
  sunnovaBefore(enerflo, sunnova, random.branch('before'));
  const plan = (number: number) => {
    const begins = start + number * dayLength;
    planDay(dealer, random.branch(`day ${number}`), begins);
    clock.at(begins + dayLength, () => plan(number + 1));
  };
  plan(0);
}
