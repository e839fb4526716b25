import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import { createConnection, createEvent } from '#lib/delivery/testing/factory.ts';
import { createBulkOfSelection } from './create-bulk.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

/** A record with the ids of which it speaks. */
async function record(kind: string, externalId: string, names: Record<string, string> = {}): Promise<void> {
  const id = uuidv7();
  const { connectionId } = on;
  const seen = new Date();
  await on.db.record.create({
    data: { id, connectionId, kind, externalId, fields: {}, marks: {}, firstSeenAt: seen, lastSeenAt: seen },
  });
  await on.db.recordWord.createMany({
    data: Object.entries(names).map(([name, value]) => ({
      recordId: id,
      connectionId,
      kind: `id:${name}`,
      value,
    })),
  });
}

test('chosen events become a row for each install behind them, once, and none of another account', async () => {
  const [one = '', two = ''] = [...on.enerflo.state.installs.keys()].map(String);
  await record('enerflo.customer', '11', { 'enerflo.install': one });
  await record('enerflo.install', two, { 'enerflo.customer': '12' });
  const events = [
    await createEvent(on.db, on.connectionId, { record: '12' }),
    await createEvent(on.db, on.connectionId, { record: '11' }),
    await createEvent(on.db, on.connectionId, { record: '12' }),
    await createEvent(on.db, await createConnection(on.db, 'enerflo'), { record: '11' }),
  ];
  const chosen = { connectionId: on.connectionId, eventIds: events.map(({ id }) => id) };
  const id = await createBulkOfSelection(on.context(), { ...chosen, operation: 'enerflo.note.add' });
  expect((await on.rows(id)).map(({ cells }) => cells)).toEqual([[two], [one]]);
  expect((await on.get(id)).columns.fills).toEqual({ install_id: { column: 0 } });

  await on.match(id, { body: { value: 'Sunnova asks for the permit' } });
  await on.work();
  expect((await on.rows(id)).map(({ input }) => input?.install_id)).toEqual([two, one]);
});

test('events that are about nothing of the kind are said to be so', async () => {
  const { id } = await createEvent(on.db, on.connectionId, { record: '404' });
  const input = { connectionId: on.connectionId, operation: 'enerflo.note.add', eventIds: [id] };
  await expect(createBulkOfSelection(on.context(), input)).rejects.toThrow(
    'None of these events is about something',
  );
});
