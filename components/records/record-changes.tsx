import { FromTo } from '#components/events/from-to.tsx';
import { Section } from '#components/ui/section.tsx';
import type { RecordDetail } from '#lib/records/records.contract.ts';
import { ToldBy } from './told-by.tsx';

/** What changed of a record, newest first: old value, new one, when, and by what we know. */
export function RecordChanges({ record }: { record: RecordDetail }) {
  const { changes, changeCount, connectionId } = record;
  if (changes.length === 0) return null;
  const more = changeCount - changes.length;
  return (
    <Section title="What changed">
      <ul className="flex flex-col divide-y border-y text-13">
        {changes.map((change) => (
          <li
            key={`${change.key} ${change.at} ${change.eventId ?? change.readingId}`}
            className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4 py-1.5 md:grid-cols-[12rem_minmax(0,1fr)_minmax(8rem,auto)]"
          >
            <span className="text-ink-3">{change.label}</span>
            <FromTo before={change.before} after={change.after} type={change.type} hidden={change.hidden} />
            <span className="text-12 text-ink-3 max-md:col-start-2 md:text-right">
              <ToldBy told={change} at={change.at} connectionId={connectionId} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-13 text-ink-2">And {more.toLocaleString('en')} older ones.</p>}
    </Section>
  );
}
