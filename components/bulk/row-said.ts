import { isolated } from '#components/ui/isolated.ts';
import { notLookedCode } from '#lib/actions/not-looked.ts';
import type { BulkRow } from '#lib/bulk/bulk.schema.ts';
import { momentText } from '#lib/operations/moment-text.ts';

/**
 * What there is to say of a row in one line: the reason first, then what it changes or changed, then what was put right. Times are
 * told in this zone, an IANA name.
 */
export function rowSaid({ reason, notes, state }: BulkRow, timeZone: string): string {
  const told = (value: string | null) => (value === null ? 'empty' : isolated(momentText(value, timeZone)));
  if (reason !== null) return isolated(reason);
  const changes = notes.flatMap((note) => {
    if (note.kind === 'same') return ['Changes nothing'];
    if (note.kind !== 'today' || !note.told) return [];
    if (state === 'waiting') return [`${told(note.before)} becomes ${told(note.after)}`];
    // It was read when the row was checked: somebody may have changed it before it was sent.
    if (state === 'done') return [`now ${told(note.after)}, ${told(note.before)} when checked`];
    return [];
  });
  const others = notes.flatMap((note) => {
    if (note.kind === 'put-right') return [`${isolated(note.from)} → ${told(note.to)}`];
    if (note.kind === 'caution') return [note.text];
    if (note.kind === 'side-effect' && note.code === notLookedCode) return [note.text];
    return [];
  });
  return [...changes, ...others].join(' · ');
}
