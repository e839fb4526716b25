import type { Clock } from '../../shared/clock.ts';
import type { Settings } from '../settings.ts';
import type { Change } from './change.ts';
import type {
  Appointment,
  AppointmentType,
  ChangeOrder,
  Company,
  Customer,
  Deal,
  DealType,
  Install,
  InstallStatus,
  Milestone,
  MilestoneDefinition,
  Note,
  Office,
  User,
} from './rows.ts';

/** All that the stand-in knows, by id, and what every change of it needs. */
export type World = {
  readonly companies: Map<number, Company>;
  readonly offices: Map<number, Office>;
  readonly users: Map<number, User>;
  readonly statuses: Map<number, InstallStatus>;
  readonly milestoneDefinitions: Map<number, MilestoneDefinition>;
  readonly appointmentTypes: Map<number, AppointmentType>;
  readonly dealTypes: Map<number, DealType>;
  readonly customers: Map<number, Customer>;
  readonly deals: Map<number, Deal>;
  readonly installs: Map<number, Install>;
  readonly milestones: Map<number, Milestone>;
  readonly notes: Map<number, Note>;
  readonly appointments: Map<number, Appointment>;
  readonly changeOrders: Map<number, ChangeOrder>;
  /** Found often enough to be kept: deals by their customer, and the one install by its deal. */
  readonly dealIdsOf: Map<number, number[]>;
  readonly installIdOf: Map<number, number>;
  readonly clock: Clock;
  /** Read at each use: they may be changed while it runs. */
  readonly settings: Settings;
  /** From 0 up to 1, the same each time for the same seed. */
  readonly random: () => number;
  /** The next id of a table. The ranges of two tables never meet, so that an id of the wrong kind finds nothing. */
  readonly nextId: (kind: IdKind) => number;
  readonly emit: (change: Change) => void;
};

const firstIds = {
  company: 1_208,
  dealType: 2_411,
  status: 3_101,
  office: 4_020,
  appointmentType: 6_310,
  milestoneDefinition: 8_130,
  user: 40_711,
  milestone: 5_678_900,
  agent: 91_233,
  changeOrder: 654_321,
  agreement: 730_118,
  customer: 2_860_314,
  customerNote: 1_150_220,
  deal: 2_459_008,
  install: 4_453_459,
  note: 7_626_212,
  appointment: 3_310_871,
};
export type IdKind = keyof typeof firstIds;

export type WorldInput = {
  clock: Clock;
  settings: Settings;
  random: () => number;
  /** Where ids begin, in place of the usual (an install 67890, as the guide prints it). */
  firstIds?: Partial<Record<IdKind, number>>;
};

/** An empty world. `listeners` are called, in order, after each change. */
export function emptyWorld(input: WorldInput, listeners: Set<(change: Change) => void>): World {
  const next = new Map<IdKind, number>();
  const { clock, settings, random } = input;
  return {
    clock,
    settings,
    random,
    companies: new Map(),
    offices: new Map(),
    users: new Map(),
    statuses: new Map(),
    milestoneDefinitions: new Map(),
    appointmentTypes: new Map(),
    dealTypes: new Map(),
    customers: new Map(),
    deals: new Map(),
    installs: new Map(),
    milestones: new Map(),
    notes: new Map(),
    appointments: new Map(),
    changeOrders: new Map(),
    dealIdsOf: new Map(),
    installIdOf: new Map(),
    nextId: (kind) => {
      const id = next.get(kind) ?? input.firstIds?.[kind] ?? firstIds[kind];
      next.set(kind, id + 1);
      return id;
    },
    emit: (change) => {
      for (const listener of listeners) listener(change);
    },
  };
}
