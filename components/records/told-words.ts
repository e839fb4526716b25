import type { Teller } from '#lib/records/records.contract.ts';

/** How something became known, after its time; null where an event told it, which is the rule. */
export function toldWords({ origin, readingId }: Teller): string | null {
  switch (origin) {
    case 'event':
      return null;
    case 'write':
      return 'written from here';
    case 'import':
      return 'first load from Enerflo';
    case 'fetch':
      // Of all readings only a catch-up fetches: a first load imports, and a full install is got outside of readings.
      return readingId ? 'caught up' : 'read from Enerflo';
  }
}
