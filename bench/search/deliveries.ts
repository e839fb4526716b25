import type pg from 'pg';
import { idAt } from '#lib/db/id-at.ts';
import type { Seeded } from '../seeded.ts';
import { bulkInsert } from './bulk-insert.ts';

/** What a flow sees of an event. `age` is 0 for the newest of all and 1 for the oldest. */
export type Routed = {
  id: string;
  at: Date;
  type: string;
  connectionId: string;
  recordKey: string | null;
  age: number;
  made: Seeded;
};

type State = 'waiting' | 'retrying' | 'delivered' | 'failed' | 'unknown' | 'skipped';
type Delivery = Omit<Routed, 'type' | 'age' | 'made'> & { orderKey: string; state: State };

/** Older failures a person has dealt with, but for one in ten. */
const dealtWith = 14 / 90;

const outcomes = {
  waiting: 'sending',
  retrying: 'failing',
  delivered: 'delivered',
  failed: 'failed',
  unknown: 'unknown',
  skipped: 'skipped',
} as const satisfies Record<State, string>;

/**
 * One flow that sends most changes of installs to a CRM, each in order: what failed for good or is in doubt holds the
 * later events of its install, as the worker would. Tries are left out: no list reads them.
 */
export class Deliveries {
  readonly #flow: { id: string; version: string; step: string; destination: string; connectionId: string };
  readonly #held = new Set<string>();
  readonly #retrying = new Set<string>();
  /** The part of all events that came while the destination was down, and that is just being sent: the newest. */
  readonly #down: number;
  readonly #fresh: number;
  #pending: Delivery[] = [];
  size = 0;

  constructor(connectionId: string, { start, count }: { start: number; count: number }) {
    const id = (place: number) => idAt(start - 10 - place);
    this.#down = Math.max(0.002, 150 / count);
    this.#fresh = Math.max(0.0001, 40 / count);
    this.#flow = { id: id(0), version: id(1), step: id(2), destination: id(3), connectionId };
  }

  async insertFlow(client: pg.Client): Promise<void> {
    const { id, version, step, destination, connectionId } = this.#flow;
    await client.query(`INSERT INTO flow (id, connection_id, name) VALUES ($1, $2, 'Installs to the CRM')`, [
      id,
      connectionId,
    ]);
    await client.query(
      `INSERT INTO flow_version (id, flow_id, number, event_types, published_at)
       VALUES ($1, $2, 1, '{enerflo.v1.update_install}', now())`,
      [version, id],
    );
    await client.query(
      `INSERT INTO destination (id, connection_id, name, method, url, headers, auth)
       VALUES ($1, $2, 'CRM', 'POST', 'https://crm.example.com/records', '{}', 'none')`,
      [destination, connectionId],
    );
    await client.query(
      `INSERT INTO step (id, flow_version_id, position, destination_id, mapping, ordering)
       VALUES ($1, $2, 0, $3, '[]', 'every')`,
      [step, version, destination],
    );
  }

  /** The outcome of an event by its delivery, which is made; null where no flow wants it. To be asked in order of time. */
  route({ type, age, made, ...event }: Routed): string | null {
    const { id, connectionId } = this.#flow;
    if (type !== 'enerflo.v1.update_install' || event.connectionId !== connectionId) return null;
    // The flow's condition holds for seven of ten.
    if (made.int(0, 9) > 6) return null;
    const orderKey = `${id}:0:${event.recordKey ?? event.id}`;
    const state = this.#stateOf(orderKey, age, made);
    if (state === 'failed' || state === 'unknown') this.#held.add(orderKey);
    if (state === 'retrying') this.#retrying.add(orderKey);
    this.size++;
    this.#pending.push({ ...event, orderKey, state });
    return outcomes[state];
  }

  #stateOf(orderKey: string, age: number, made: Seeded): State {
    if (this.#held.has(orderKey) || this.#retrying.has(orderKey) || age < this.#fresh) return 'waiting';
    if (age < this.#down) return 'retrying';
    const place = made.int(0, 999);
    if (place > 8) return 'delivered';
    if (age > dealtWith && made.int(0, 9) > 0) return 'skipped';
    return place < 6 ? 'failed' : 'unknown';
  }

  /** Writes those made since the last time. */
  async insert(client: pg.Client): Promise<void> {
    const rows = this.#pending;
    this.#pending = [];
    const flow = this.#flow;
    const open = ({ state }: Delivery) => state === 'waiting' || state === 'retrying';
    await bulkInsert(client, 'delivery', rows, {
      id: ['uuid', (row) => row.id],
      event_id: ['uuid', (row) => row.id],
      flow_id: ['uuid', () => flow.id],
      step_id: ['uuid', () => flow.step],
      destination_id: ['uuid', () => flow.destination],
      connection_id: ['uuid', (row) => row.connectionId],
      order_key: ['text', (row) => row.orderKey],
      state: ['text', (row) => row.state],
      due_at: ['timestamptz', (row) => (open(row) ? row.at : null)],
      tries: ['smallint', (row) => (row.state === 'waiting' ? 0 : row.state === 'failed' ? 9 : 1)],
      schedule_step: ['smallint', (row) => (row.state === 'retrying' ? 1 : 0)],
      idempotency_key: ['uuid', (row) => row.id],
      created_at: ['timestamptz', (row) => row.at],
      settled_at: ['timestamptz', (row) => (open(row) ? null : row.at)],
    });
  }
}
