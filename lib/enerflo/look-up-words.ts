import type { EnerfloFailureCode } from './enerflo-result.ts';

const again = 'Try again in a moment; if it stays so, ask Enerflo Support.';

/**
 * What to do where it depends on what was asked: a look-up changes nothing, so there is nothing to look for in Enerflo
 * and nothing is sent twice.
 */
export const lookUpWords: Partial<Record<EnerfloFailureCode, string>> = {
  NOT_ALLOWED: 'Ask Enerflo Support what this API key may read.',
  REFUSED: 'Check what is looked for; if it is right, ask Enerflo Support.',
  FAILED: again,
  NO_ANSWER: again,
  CUT: again,
  UNREADABLE: again,
};
