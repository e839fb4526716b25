import { expect, test } from 'vitest';
import { assertNotGuessable } from './assert-not-guessable.ts';

const own = ['Vera Viewer', 'vera@example.com'];

test.each(['password123', '1234567890', 'aaaaaaaaaa', 'qwertyuiop', 'Sunshine2024'])(
  '%s is among the first that are tried',
  async (password) => {
    await expect(assertNotGuessable(password, own)).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'password', message: expect.stringContaining('first passwords that are tried') }],
    });
  },
);

test.each(['vera@example.com', 'Vera Viewer', 'heliograph1'])(
  '%s is what anybody knows of her',
  async (password) => {
    await expect(assertNotGuessable(password, own)).rejects.toMatchObject({
      fields: [{ field: 'password', message: expect.stringContaining('too close to your name') }],
    });
  },
);

test.each(['correct horse battery', 'four unrelated words serve', 'tR7#kkw92ls!', 'päßwort für Sommerwiese'])(
  '%s is taken',
  async (password) => {
    await expect(assertNotGuessable(password, own)).resolves.toBeUndefined();
  },
);
