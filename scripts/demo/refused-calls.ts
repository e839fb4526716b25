import type { Received } from '../sandbox/enerflo/answering/received.ts';

/** From when until when, as ISO texts; without an end it still goes on. */
export type Span = { from: string; until: string | null };

/** Clocks are read before and after the network. */
const slack = 1_000;

/**
 * The requests of this time that the stand-in did not answer as Enerflo does when all is well: refused, hung up on, or
 * treated as a rule said. What failed in the console must have such a cause.
 */
export function refusedCalls(received: readonly Received[], { from, until }: Span): Received[] {
  const begins = Date.parse(from) - slack;
  const ends = until === null ? Number.POSITIVE_INFINITY : Date.parse(until) + slack;
  return received.filter(({ receivedAt, status, ruled }) => {
    const at = Date.parse(receivedAt);
    return at >= begins && at <= ends && (ruled || status === null || status >= 400);
  });
}
