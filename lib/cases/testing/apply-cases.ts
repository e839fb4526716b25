import type { Db } from '#lib/db/database.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { projectCases } from '../project-cases.ts';

/** Applies what waits, and brings the cases up to date in the same transactions, as the worker does. */
export async function applyCases(db: Db): Promise<void> {
  await applyWaiting(db, { hooks: { records: [projectCases] } });
}
