import type { ActionDetail } from '#lib/actions/action.schema.ts';
import type { Received } from '../sandbox/enerflo/answering/received.ts';
import type { Compared } from './check.ts';
import { refusedCalls } from './refused-calls.ts';

type Action = Pick<ActionDetail, 'id' | 'label' | 'state' | 'error'> & {
  attempts: readonly Pick<ActionDetail['attempts'][number], 'startedAt' | 'endedAt' | 'request'>[];
};

/**
 * Whether what failed, is in doubt or never ended of all that was done in Enerflo has a cause there: a request of the
 * action that the stand-in refused, cut, let hang or answered by a rule. `all`: how many actions there are.
 */
export function compareActions(
  all: number,
  troubled: readonly Action[],
  received: readonly Received[],
): Compared {
  const wrong: string[] = [];
  for (const { id, label, state, error, attempts } of troubled) {
    const isCaused = attempts.some(({ startedAt, endedAt, request }) =>
      refusedCalls(received, { from: startedAt, until: endedAt }).some(
        ({ method, path }) => method === request.method && path === pathOf(request.url),
      ),
    );
    if (!isCaused)
      wrong.push(
        `The action ${id} (${label}) is ${state}, and Enerflo did nothing wrong: ${error?.text ?? 'no reason'}`,
      );
  }
  const told = troubled.length === 0 ? 'all of them done' : `${troubled.length} not done or in doubt`;
  return { lines: [`Actions in Enerflo: ${all}${all === 0 ? '' : `, ${told}`}.`], wrong };
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
