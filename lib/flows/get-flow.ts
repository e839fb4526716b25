import type { Db, Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { FlowDetail } from './flow.schema.ts';
import { readFlows } from './flow-row.ts';

/** One flow with its newest published version. Throws AppError NOT_FOUND. */
export async function getFlow(db: Db | Tx, id: string): Promise<FlowDetail> {
  const [flow] = await readFlows(db, id);
  if (!flow) throw new AppError('NOT_FOUND', 'There is no such flow, or it was archived.');
  return flow;
}
