import { type EnerfloFailure, type EnerfloFailureCode, enerfloFailures } from './enerflo-result.ts';

type More = Partial<
  Pick<EnerfloFailure, 'said' | 'refused' | 'status' | 'retryAfter' | 'exchange' | 'arrived' | 'whatToDo'>
>;

/** A failure with the words of its code, and what is known besides. */
export function enerfloFailure(code: EnerfloFailureCode, more: More = {}): EnerfloFailure {
  return {
    ok: false,
    code,
    ...enerfloFailures[code],
    said: null,
    status: null,
    retryAfter: null,
    exchange: null,
    ...more,
  };
}
