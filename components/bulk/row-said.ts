import { isolated } from '#components/ui/isolated.ts';
import { notLookedCode } from '#lib/actions/not-looked.ts';
import { nothingSent } from '#lib/actions/nothing-sent.ts';
import type { BulkRow } from '#lib/bulk/bulk.schema.ts';
import { momentText } from '#lib/operations/moment-text.ts';

/**
 * What there is to say of a row in one line: the reason first, of what is done with what that changed; else what it
 * changes, then what was put right. Times are told in this zone, an IANA name.
 */
export function rowSaid({ reason, notes, state }: BulkRow, timeZone: string): string {
  const told = (value: string | null) => (value === null ? 'empty' : isolated(momentText(value, timeZone)));
  const today = notes.flatMap((note) => (note.kind === 'today' && note.told ? [note] : []));
  if (reason !== null) {
    const changed = state === 'done' && reason !== nothingSent ? today : [];
    const values = changed.map(({ before, after }) => `${told(before)} → ${told(after)}`);
    return [isolated(reason), values.join(' · ')].filter(Boolean).join(' ');
  }
  const changes = [
    ...notes.flatMap((note) => (note.kind === 'same' ? ['Changes nothing'] : [])),
    ...(state === 'waiting'
      ? today.map(({ before, after }) => `${told(before)} becomes ${told(after)}`)
      : []),
  ];
  const others = notes.flatMap((note) => {
    if (note.kind === 'put-right') return [`${isolated(note.from)} → ${told(note.to)}`];
    if (note.kind === 'caution') return [note.text];
    if (note.kind === 'side-effect' && note.code === notLookedCode) return [note.text];
    return [];
  });
  return [...changes, ...others].join(' · ');
}
