import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';
import { undoAction } from './undo-action.ts';

let office: EnerfloSetup;
beforeEach(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterEach(() => office.close());

test('a note that was written a moment ago is not written again without a word, unless it was taken back', async () => {
  const context = office.as(office.person('Jane Smith'));
  const [one, two] = [...office.enerflo.state.installs.values()].filter(
    ({ deletedAt }) => deletedAt === null,
  );
  const asked = (install: number | undefined, body = 'Panels are here') => ({
    connectionId: office.connectionId,
    operation: 'enerflo.note.add',
    input: { install_id: String(install), body },
    timeZone: 'America/Phoenix',
  });
  const warned = async (what: ReturnType<typeof asked>) => (await previewAction(context, what)).sideEffects;
  expect(await warned(asked(one?.id))).toEqual([]);

  const done = await runAction(context, { ...asked(one?.id), idempotencyKey: uuidv7(), agreed: [] });
  expect(done.state).toBe('done');
  expect(await warned(asked(one?.id))).toEqual([
    {
      code: 'done-before',
      text: expect.stringMatching(
        /^Jane Smith did the very same on .* MST: with this one it is there twice\.$/,
      ),
      agree: true,
    },
  ]);
  expect(await warned(asked(two?.id))).toEqual([]);
  expect(await warned(asked(one?.id, 'Panels are gone'))).toEqual([]);

  // Another tab was open before the first was sent: its preview knew nothing of it.
  const again = () => runAction(context, { ...asked(one?.id), idempotencyKey: uuidv7(), agreed: [] });
  await expect(again()).rejects.toMatchObject({
    code: 'INVALID',
    message: expect.stringContaining('Jane Smith did the very same'),
  });
  const notes = () =>
    [...office.enerflo.state.notes.values()].filter(({ text }) => text.includes('Panels are here'));
  expect(notes()).toHaveLength(1);

  const back = await undoAction(context, { id: done.id, idempotencyKey: uuidv7() });
  expect(back.state).toBe('done');
  expect(await warned(asked(one?.id))).toEqual([]);
});
