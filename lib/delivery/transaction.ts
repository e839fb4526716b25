import type pg from 'pg';
import { type Run, runOn } from './settle-events.ts';

const ignore = () => {};

/**
 * Runs `work` in one READ COMMITTED transaction on a connection of the pool. Throws what `work` or the database
 * throws; after a failed COMMIT it is not known whether it happened.
 */
export async function inTransaction<T>(pool: pg.Pool, work: (run: Run) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that breaks between two statements says so by an event; the next statement throws it as well.
  client.on('error', ignore);
  let failure: unknown;
  try {
    await client.query('BEGIN');
    const result = await work(runOn(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    failure = error;
    await client.query('ROLLBACK').catch(ignore);
    throw error;
  } finally {
    client.removeListener('error', ignore);
    // A connection on which something failed is not used again: it may be half dead.
    client.release(failure !== undefined);
  }
}
