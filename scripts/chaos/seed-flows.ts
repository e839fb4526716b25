import { uuidv7 } from 'uuidv7';
import type { Db } from '#lib/db/database.ts';

/** Two ways of carrying every event: where doubt stays doubt, and where it is resolved by sending again. */
export const flowPaths = ['/records/once', '/records/repeatable'] as const;

/** Makes a published flow from `update_install` to each path of the stand-in CRM, before the worker starts. */
export async function seedFlows(db: Db, crmUrl: string): Promise<void> {
  const connection = await db.connection.findFirstOrThrow({ where: { source: 'enerflo' } });
  const connectionId = connection.id;
  for (const at of flowPaths) {
    const [flowId, flowVersionId, destinationId] = [uuidv7(), uuidv7(), uuidv7()];
    await db.destination.create({
      data: {
        id: destinationId,
        connectionId,
        name: `Stand-in CRM ${at}`,
        method: 'POST',
        url: `${crmUrl}${at}`,
        headers: {},
        auth: 'none',
        repeatSafe: at === '/records/repeatable',
      },
    });
    await db.flow.create({ data: { id: flowId, connectionId, name: `Chaos ${at}` } });
    await db.flowVersion.create({
      data: {
        id: flowVersionId,
        flowId,
        number: 1,
        eventTypes: ['enerflo.v1.update_install'],
        publishedAt: new Date(),
        steps: {
          create: {
            id: uuidv7(),
            position: 0,
            destinationId,
            mapping: [{ target: 'number', source: { kind: 'field', path: 'id' } }],
          },
        },
      },
    });
  }
}
