import type { EnerfloFailure, EnerfloFailureCode } from '#lib/enerflo/enerflo-result.ts';

/**
 * Where what to do depends on what was sent: nothing was changed by reading, so there is nothing to look for in Enerflo
 * and nothing to change in the request.
 */
const ofReading: Partial<Record<EnerfloFailureCode, string>> = {
  NOT_ALLOWED: 'Ask Enerflo Support what this API key may read.',
  REFUSED: 'If it stays so, ask Enerflo Support.',
  FAILED: 'If it stays so, ask Enerflo Support.',
  NO_ANSWER: 'If it stays so, ask Enerflo Support.',
  CUT: 'If it stays so, ask Enerflo Support.',
  UNREADABLE: 'If it stays so, ask Enerflo Support.',
};

/** Why a reading does not go on, and what to do, as sentences for people. */
export function failureWords({ code, text, said, whatToDo }: EnerfloFailure): string {
  return [text, said, ofReading[code] ?? whatToDo]
    .filter((words) => words !== null)
    .map((words) => (/[.!?…]$/.test(words) ? words : `${words}.`))
    .join(' ');
}
