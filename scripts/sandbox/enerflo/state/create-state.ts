import { type Clock, runningClock } from '../../shared/clock.ts';
import { numbersFrom } from '../../shared/numbers-from.ts';
import { seedCompanies } from '../seed/seed-companies.ts';
import { seedHistory } from '../seed/seed-history.ts';
import { type Settings, settingsSchema } from '../settings.ts';
import { appointmentActions } from './appointments.ts';
import type { Change } from './change.ts';
import { changeOrderActions } from './change-orders.ts';
import { customerActions } from './customers.ts';
import { dealActions } from './deals.ts';
import { installActions } from './installs.ts';
import { moment } from './moment.ts';
import { noteActions } from './notes.ts';
import { userActions } from './users.ts';
import { emptyWorld, type World, type WorldInput } from './world.ts';

export type StateInput = {
  clock?: Clock;
  seed?: number;
  settings?: Settings;
  /** How many users there are; above 100, so that the cap of their pages shows. */
  users?: number;
  /** How many leads there are from the start, most of them with a deal and an install. 0: a company that begins. */
  leads?: number;
  firstIds?: WorldInput['firstIds'];
};

/** All that can be done to what the stand-in knows. Last argument of each: by whom (`person`, unless told). */
function actionsOf(world: World) {
  const customers = customerActions(world);
  const installs = installActions(world);
  return {
    ...customers,
    ...installs,
    ...dealActions(world, { ...customers, ...installs }),
    ...noteActions(world),
    ...appointmentActions(world),
    ...changeOrderActions(world, installs),
    ...userActions(world),
  };
}
export type Actions = ReturnType<typeof actionsOf>;

/** What a stand-in Enerflo knows (tables by id), what can be done to it, and who is told of each change. */
export type State = Omit<World, 'emit' | 'nextId' | 'random' | 'dealIdsOf' | 'installIdOf'> &
  Actions & {
    /** Calls `listener` after each change; the answer ends that. */
    on: (listener: (change: Change) => void) => () => void;
    /** The time of this Enerflo, to the whole second. */
    now: () => Date;
  };

/** A seeded state: the same each time for the same seed and clock. */
export function createState(input: StateInput = {}): State {
  const { clock = runningClock(), seed = 1, settings = settingsSchema.parse({}) } = input;
  const { users = 132, leads = 40 } = input;
  const listeners = new Set<(change: Change) => void>();
  const random = numbersFrom(seed);
  const world = emptyWorld({ clock, settings, random, firstIds: input.firstIds }, listeners);
  seedCompanies(world, users);
  seedHistory(world, actionsOf, leads);
  return {
    ...world,
    ...actionsOf(world),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => moment(world),
  };
}
