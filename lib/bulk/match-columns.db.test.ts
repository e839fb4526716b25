import { expect, test } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

test('a file of milestones with no date matched waits at its columns and names what is missing; nothing is checked', async () => {
  const [install] = on.enerflo.state.installs.keys();
  const id = await on.upload('enerflo.milestone.update', [
    'Install,Milestone,Day',
    `${install},Site Survey,2026-07-04`,
  ]);
  await expect(on.match(id)).rejects.toMatchObject({
    code: 'INVALID',
    fields: [
      { field: 'completed_date', message: expect.stringMatching(/at least one date.*Choose the column/) },
    ],
  });
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'columns', counts: { unchecked: 1, bad: 0 } });

  await on.match(id, { completed_date: { column: 2 } });
  expect(await on.get(id)).toMatchObject({ state: 'reading' });
});
