import { expect, test } from 'vitest';
import { whyNotSent } from './why-not-sent.ts';

const preview = {
  problems: [],
  request: { method: 'PUT', url: 'https://enerflo.io/api/v3/installs/1', body: { status_id: 2 } },
  nothingChanges: false,
};

test('only what was looked at, changes something and is agreed to can be sent', () => {
  expect(whyNotSent(preview, 0, true)).toBeNull();
  expect(whyNotSent(preview, 1, true)).toMatch(/Agree/);
  expect(whyNotSent(preview, 0, false)).toMatch(/Looking/);
  expect(whyNotSent({ ...preview, nothingChanges: true }, 0, true)).toMatch(/nothing to change/);
  expect(whyNotSent({ ...preview, request: null }, 0, true)).toMatch(/nothing to send/);
  const problems = [{ field: 'zip', message: 'Give a ZIP code of five digits.' }];
  expect(whyNotSent({ ...preview, problems }, 0, true)).toBe('Give a ZIP code of five digits.');
});
