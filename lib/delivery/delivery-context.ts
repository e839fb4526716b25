import type pg from 'pg';
import type { AllowList } from '#lib/http/outbound/address-rules.ts';
import type { Resolve } from '#lib/http/outbound/guarded-agent.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { AttemptResult } from './record-attempts.ts';

/** What sending deliveries needs to know of its process. */
export type DeliveryContext = {
  pool: pg.Pool;
  box: SecretBox;
  /** The row of this process in table worker. */
  workerId: string;
  /** Private addresses that may be reached, as they stand now. */
  allow: () => AllowList;
  /** Milliseconds a destination has to answer. */
  timeoutMs: number;
  /** Seconds between the tries of a delivery. */
  waits: readonly number[];
  /** Deliveries that this process has claimed and whose end is not yet written. */
  inFlight: Set<string>;
  /** Writes how a try ended; resolves when it is committed, however long the database is away. */
  record: (result: AttemptResult) => Promise<void>;
  /** Aborted when the process can wait no longer: what is under way then ends in doubt. */
  giveUp: AbortSignal;
  /** How host names are found; the system's way unless told. */
  resolve?: Resolve;
};
