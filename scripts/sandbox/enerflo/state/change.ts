import type { Appointment, ChangeOrder, Customer, Deal, Install, Milestone, Note, User } from './rows.ts';

/** Who made a change: someone in Enerflo, a call of the API, or a lead with install (few webhooks follow those). */
export type By = 'person' | 'api' | 'lead-installs';

type Told<Entity extends string, Row, More extends string> = {
  entity: Entity;
  what: 'created' | 'updated' | More;
  id: number;
  /** The row as it was; null where it is new. */
  before: Row | null;
  after: Row;
  by: By;
  at: Date;
};

/**
 * What changed. `submitted` and `resubmitted` of a deal, `voided` and `restored` of an install, `confirmed` of an
 * appointment and `signed` of a change order come in place of `updated`.
 */
export type Change =
  | Told<'customer', Customer, 'deleted'>
  | Told<'deal', Deal, 'submitted' | 'resubmitted'>
  | Told<'install', Install, 'voided' | 'restored'>
  | Told<'milestone', Milestone, never>
  | Told<'note', Note, 'deleted'>
  | Told<'appointment', Appointment, 'confirmed' | 'deleted'>
  | Told<'changeOrder', ChangeOrder, 'signed'>
  | Told<'user', User, never>;
