import { afterEach, expect, test } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();
afterEach(() => on.enerflo.rules.reset());

const heads = 'Install,Milestone,Completed on';

/** An install that is there, with the title of one of its milestones. */
function project() {
  const [milestone] = [...on.enerflo.state.milestones.values()];
  const definition = on.enerflo.state.milestoneDefinitions.get(milestone?.definitionId ?? 0);
  return { id: String(milestone?.installId), title: definition?.title };
}

/** Rows of milestones after one look of a worker, with how the bulk stands. */
async function checked(...rows: string[]) {
  const id = await on.upload('enerflo.milestone.update', [heads, ...rows]);
  await on.match(id);
  await on.work();
  return { bulk: await on.get(id), rows: await on.rows(id) };
}

test('an install that Enerflo does not know is not right, and not asked for again and again', async () => {
  const { id, title } = project();
  const before = on.enerflo.received.count();
  const { bulk, rows } = await checked(
    `${id},${title},7/4/2026`,
    `99887766,${title},7/4/2026`,
    `99887766,${title},7/5/2026`,
  );
  expect(bulk).toMatchObject({ state: 'ready', counts: { waiting: 1, bad: 2, uncheckable: 0 } });
  const reason = 'Install: Enerflo has nothing under this id.';
  expect(rows.slice(1)).toMatchObject([
    { state: 'bad', reason },
    { state: 'bad', reason },
  ]);
  const asked = on.enerflo.received.list().slice(before);
  expect(asked.filter(({ path }) => path.includes('99887766')).length).toBeLessThanOrEqual(2);
});

test('of a homeowner whom nobody knows no milestones are asked for: what is wrong is the install', async () => {
  const { title } = project();
  const { rows } = await checked(`Nobody Atall,${title},7/4/2026`);
  expect(rows).toMatchObject([
    {
      state: 'bad',
      reason: expect.stringMatching(/^Install: nothing in Enerflo is called “Nobody Atall”\.?$/),
    },
  ]);
});

test('an install of which Enerflo fails to tell the milestones could not be checked', async () => {
  const { id, title } = project();
  on.enerflo.rules.add([{ method: 'GET', path: `/api/v3/installs/${id}/milestones`, answer: 500 }]);
  const upload = await on.upload('enerflo.milestone.update', [heads, `${id},${title},7/4/2026`]);
  await on.match(upload);
  for (let looks = 0; looks < 10 && (await on.get(upload)).state === 'reading'; looks += 1) await on.work();
  expect(await on.rows(upload)).toMatchObject([
    { state: 'uncheckable', reason: expect.stringContaining('Asked 3 times: Enerflo failed') },
  ]);
});

test('an install number as spreadsheets show it, with commas, is that install, and told as put right', async () => {
  const { id, title } = project();
  const shown = Number(id).toLocaleString('en');
  expect(shown).toContain(',');
  const { rows } = await checked(`"${shown}",${title},7/4/2026`);
  const [row] = rows;
  expect(row).toMatchObject({ state: 'waiting', input: { install_id: id } });
  const notes = row?.notes.filter((note) => note.kind === 'put-right' && note.field === 'install_id');
  expect(notes).toEqual([
    { kind: 'put-right', field: 'install_id', from: shown, to: id, why: 'the number without commas' },
  ]);
});
