import { V7Generator } from 'uuidv7';
import { databaseNow } from './database-clock.ts';

/** Milliseconds by which the clock may go back while ids still go on rising; what the library itself takes. */
const rollbackAllowance = 10_000;

const generator = new V7Generator();

/**
 * A UUIDv7 by the database's clock: what comes later has a greater id, also where the machines that make them
 * disagree about the time.
 */
export function newId(): string {
  return generator.generateOrResetCore(databaseNow(), rollbackAllowance).toString();
}
