import { expect, test } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

test('where two installers have an "On Hold", a row takes that of its own install', async () => {
  const { state } = on.enerflo;
  const own = [...state.statuses.values()].find(({ name }) => name === 'On Hold');
  const install = [...state.installs.values()].find(
    ({ deletedAt, statusId }) => deletedAt === null && statusId !== own?.id,
  );
  state.statuses.set(9_102, { id: 9_102, companyId: 1_900, name: 'On Hold' });
  const id = await on.upload('enerflo.install.update-status', [
    'New Status,Project ID',
    `On Hold,${install?.id}`,
  ]);
  await on.match(id);
  await on.work();
  const [row] = await on.rows(id);
  expect(row).toMatchObject({ state: 'waiting', input: { status_id: String(own?.id) } });
});
