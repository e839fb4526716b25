import { expect, test } from 'vitest';
import { actionsWaitingWords } from './waiting-words.ts';

test('what waits is said by its number, in the singular too, and only what does', () => {
  expect(actionsWaitingWords({ actions: 0, bulks: 0 })).toBe('');
  expect(actionsWaitingWords({ actions: 1, bulks: 0 })).toBe('1 action may have arrived: check');
  expect(actionsWaitingWords({ actions: 2, bulks: 1 })).toBe(
    '2 actions may have arrived: check, 1 bulk run stopped by itself',
  );
  expect(actionsWaitingWords({ actions: 0, bulks: 3 })).toBe('3 bulk runs stopped by themselves');
});
