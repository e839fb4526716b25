import { expect, test } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

async function checkedNotes(...texts: string[]): Promise<string> {
  const [install] = on.enerflo.state.installs.keys();
  const id = await on.upload('enerflo.note.add', [
    'Install,Note',
    ...texts.map((one) => `${install},${one}`),
  ]);
  await on.match(id);
  await on.work();
  return id;
}

test('who has rows sent that another window had sent hears that, and nothing goes out twice', async () => {
  const id = await checkedNotes('Elsewhere first', 'Elsewhere second');
  await on.start(id);
  await expect(on.start(id)).rejects.toThrow('Its rows are being sent already');
  await on.work();
  await expect(on.start(id)).rejects.toThrow('Its 2 rows were sent already, perhaps from another window.');
  await on.work();
  const texts = [...on.enerflo.state.notes.values()].map(({ text }) => text);
  expect(texts.filter((text) => text.includes('Elsewhere'))).toHaveLength(2);
});

test('where nothing was sent by anybody it is only said that no row is ready', async () => {
  const id = await checkedNotes('');
  await expect(on.start(id)).rejects.toThrow('No row is ready to be sent.');
});
