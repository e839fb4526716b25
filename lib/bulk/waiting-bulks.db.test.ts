import { expect, test } from 'vitest';
import { stopBulk } from './stop-bulk.ts';
import { stopByItself } from './stop-by-itself.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { waitingBulks } from './waiting-bulks.ts';

const bulk = setUpBulk();
const lines = ['First name,Last name,Address,City,State,ZIP', 'Ada,Byron,1 Elm St,Mesa,AZ,85201'];

test('of bulks that stopped those wait that nobody stopped, and only in production', async () => {
  const { db, connectionId } = bulk;
  const uploaded = async () => {
    const id = await bulk.upload('enerflo.lead.add', lines);
    await bulk.match(id);
    return db.bulk.findUniqueOrThrow({ where: { id } });
  };
  const byPerson = await uploaded();
  await stopBulk(bulk.context(), byPerson.id);
  expect(await waitingBulks(db)).toBe(0);
  await stopByItself(db, await uploaded(), 'Enerflo did not accept the API key.');
  expect(await waitingBulks(db)).toBe(1);
  await db.connection.update({ where: { id: connectionId }, data: { environment: 'sandbox' } });
  expect(await waitingBulks(db)).toBe(0);
});
