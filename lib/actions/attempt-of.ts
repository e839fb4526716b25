import type { EnerfloExchange, EnerfloFailure, EnerfloResult } from '#lib/enerflo/enerflo-result.ts';
import type { ActionError } from './action.schema.ts';
import type { AttemptPurpose } from './action-states.ts';

/** One exchange on its way into the table. */
export type AttemptData = {
  purpose: AttemptPurpose;
  state: 'answered' | 'failed' | 'unknown';
  exchange: EnerfloExchange;
  error: ActionError | null;
};

/** How a call is kept with its action; null where nothing was sent. A write without an answer is in doubt. */
export function attemptOf(purpose: AttemptPurpose, result: EnerfloResult): AttemptData | null {
  if (result.ok) return { purpose, state: 'answered', exchange: result.exchange, error: null };
  if (!result.exchange) return null;
  const state = purpose === 'write' && result.arrived === 'maybe' ? 'unknown' : 'failed';
  return { purpose, state, exchange: result.exchange, error: errorOf(result) };
}

/** A failure of a call as an action keeps and tells it. */
export function errorOf({ code, text, whatToDo, said }: EnerfloFailure): ActionError {
  return { code, text, whatToDo, said };
}
