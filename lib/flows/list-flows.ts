import type { Db } from '#lib/db/database.ts';
import type { FlowItem } from './flow.schema.ts';
import { flowItem, readFlows } from './flow-row.ts';

/** All flows that are not archived, oldest first. There are tens of them, so they come as one list. */
export async function listFlows(db: Db): Promise<FlowItem[]> {
  return (await readFlows(db)).map(flowItem);
}
