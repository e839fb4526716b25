import type { State } from '../enerflo/state/create-state.ts';
import type { SunnovaState } from '../sunnova/sunnova-state.ts';
import type { DesignChange } from '../webhooks/design-change.ts';
import type { DayClock } from './day-clock.ts';
import type { Homeowner } from './people.ts';

/** All that a day happens to: what the dealer has at Enerflo and Sunnova, and a CRM that tells its own changes. */
export type Dealer = {
  clock: DayClock;
  enerflo: State;
  sunnova: SunnovaState;
  /** Designs are told, though the REST API knows nothing of them. */
  tellDesign: (change: DesignChange) => void;
  /** An event of the CRM, such as `task.completed`. */
  tellCrm: (event: string, body: object) => void;
  /** Somebody nobody has heard of. */
  newPerson: () => Homeowner;
};
