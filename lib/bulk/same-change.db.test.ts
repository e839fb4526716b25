import { expect, test } from 'vitest';
import { chooseRows } from './choose-rows.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

async function checked(operation: string, lines: readonly string[]): Promise<string> {
  const id = await on.upload(operation, lines);
  await on.match(id);
  await on.work();
  return id;
}
const told = async (id: string) => (await on.rows(id)).map(({ state, reason }) => [state, reason]);
const ready = ['waiting', null];
const installs = () => [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);

/** Two statuses of the company of an install, neither of which it has. */
function others({ installCompanyId, statusId }: ReturnType<typeof installs>[number]): [number, number] {
  const [one, two] = [...on.enerflo.state.statuses.values()].filter(
    (status) => status.companyId === installCompanyId && status.id !== statusId,
  );
  return [one?.id ?? 0, two?.id ?? 0];
}

test('a second status for one install waits for a word, and names the row that goes first', async () => {
  const [install, other] = installs();
  if (!install || !other) throw new Error('The stand-in has no two installs.');
  const [one, two] = others(install);
  const [theirs] = others(other);
  const id = await checked('enerflo.install.update-status', [
    'Install,Status',
    `${install.id},${one}`,
    `${other.id},${theirs}`,
    `${install.id},${two}`,
    `${install.id},${one}`,
  ]);
  expect(await told(id)).toEqual([
    ready,
    ready,
    ['repeat', 'Row 1, which stands further up, sets “New status” of the same install to something else.'],
    ['repeat', 'The same as row 1, which goes first.'],
  ]);
  await on.start(id);
  await on.work();
  expect(on.enerflo.state.installs.get(install.id)?.statusId).toBe(one);

  // Who says so has it set all the same, after the first.
  await chooseRows(on.context(), { id, send: true, numbers: [3] });
  await on.start(id);
  await on.work();
  expect(on.enerflo.state.installs.get(install.id)?.statusId).toBe(two);
});

test('dates of two milestones of an install, and two notes for it, are no repeats', async () => {
  const [install] = installs();
  const milestones = [...on.enerflo.state.milestones.values()].filter(
    ({ installId }) => installId === install?.id,
  );
  const [first, second] = milestones.map(
    ({ definitionId }) => on.enerflo.state.milestoneDefinitions.get(definitionId)?.title,
  );
  const dates = await checked('enerflo.milestone.update', [
    'Install,Milestone,Due on,Started on',
    `${install?.id},${first},2031-05-02,`,
    `${install?.id},${second},2031-05-03,`,
    `${install?.id},${first},,2031-04-01`,
    `${install?.id},${first},2031-05-04,2031-04-01`,
    // Sent after the row above it, this would set back what that one set.
    `${install?.id},${first},2031-05-02,2031-04-01`,
    `${install?.id},${first},2031-05-02,2031-04-02`,
  ]);
  const sets = (row: number, what: string) => [
    'repeat',
    `Row ${row}, which stands further up, sets “${what}” of the same milestone to something else.`,
  ];
  expect(await told(dates)).toEqual([
    ready,
    ready,
    ready,
    sets(1, 'Due on'),
    sets(4, 'Due on'),
    sets(3, 'Started on'),
  ]);
  const notes = await checked('enerflo.note.add', [
    'Install,Note',
    `${install?.id},Called`,
    `${install?.id},Called again`,
  ]);
  expect(await told(notes)).toEqual([ready, ready]);
});
