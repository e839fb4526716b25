import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hearWebhooks, watchChanges } from '#lib/actions/testing/hear-webhooks.ts';
import { type EnerfloSetup, setUpEnerflo } from '#lib/actions/testing/set-up-enerflo.ts';
import { createSunnovaState } from '../sandbox/sunnova/sunnova-state.ts';
import { compareRecords } from './compare-records.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());

const compare = () =>
  compareRecords([], office.database.url, {
    enerflo: office.enerflo,
    sunnova: { state: createSunnovaState() },
  });

test('notes that were told are as the stand-in has them, and one that is known wrongly is found', async () => {
  const { state } = office.enerflo;
  const changes = watchChanges(office);
  const [install] = state.installs.values();
  const [, author] = state.users.keys();
  if (!install || !author) throw new Error('the stand-in is empty');
  const told = ['Gate code 4411.', 'Dog in the yard.'].map((text) =>
    state.addNote({ installId: install.id, text, userId: author }),
  );
  await hearWebhooks(office, changes);
  const { lines, wrong } = await compare();
  expect(lines.join()).toContain('2 × enerflo.note');
  expect(wrong).toEqual([]);

  const [first, second] = told.map(({ id }) => String(id));
  await office.database.pool.query(
    `UPDATE record SET fields = fields || '{"text": "Gate code 1144."}' WHERE kind = 'enerflo.note' AND external_id = $1`,
    [first],
  );
  await office.database.pool.query(
    `UPDATE record SET fields = fields || '{"deletedAt": "2026-08-15T09:00:00.000Z"}' WHERE kind = 'enerflo.note' AND external_id = $1`,
    [second],
  );
  expect((await compare()).wrong).toEqual([
    `enerflo.note ${first}: text is "Gate code 1144.", should be "Gate code 4411."`,
    `enerflo.note ${second}: deletedAt is "2026-08-15T09:00:00.000Z", should be null`,
  ]);
});
