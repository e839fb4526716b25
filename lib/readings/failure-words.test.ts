import { expect, test } from 'vitest';
import { enerfloFailure } from '#lib/enerflo/enerflo-failure.ts';
import { failureWords } from './failure-words.ts';

test('why a reading stands still is told as of a reading: nothing was sent that could have been done', () => {
  const failed = failureWords(enerfloFailure('FAILED', { said: 'Server Error' }));
  expect(failed).toBe(
    'Enerflo failed while it worked on the request. Server Error. If it stays so, ask Enerflo Support.',
  );
  expect(failureWords(enerfloFailure('NO_ANSWER'))).not.toContain('whether it was done');
  expect(failureWords(enerfloFailure('KEY_REFUSED'))).toContain('An admin sets a valid key');
});
