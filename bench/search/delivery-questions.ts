import { idAt } from '#lib/db/id-at.ts';
import type { DeliveryFilter } from '#lib/delivery/delivery.schema.ts';
import { listDeliveries } from '#lib/delivery/list-deliveries.ts';
import type { Loaded } from './load.ts';
import type { Known, Question } from './questions.ts';

/** Questions of the list of deliveries; each gives how many it found. */
export function deliveryQuestions({ from, to }: Loaded, { flow, delivered }: Known): Question[] {
  const middle = (from.getTime() + to.getTime()) / 2;
  const ask = (name: string, filter: (time: number) => DeliveryFilter & { cursor?: string }): Question => ({
    name: `deliveries: ${name}`,
    aim: 50,
    ask: async (db, time) => (await listDeliveries(db, { ...filter(time), limit: 50 })).items.length,
  });
  return [
    ask('the newest', () => ({})),
    ask('a page far behind', (time) => ({ cursor: idAt(middle - time * 3_600_000) })),
    ask('delivered', () => ({ state: 'delivered' })),
    ask('failed', () => ({ state: 'failed' })),
    ask('in doubt', () => ({ state: 'unknown' })),
    ask('waiting', () => ({ state: 'waiting' })),
    ask('of a flow', () => ({ flowId: flow })),
    ask('failed, of a flow', () => ({ flowId: flow, state: 'failed' })),
    ask('of an event', (time) => ({ eventId: delivered[time % delivered.length] ?? '' })),
  ];
}
