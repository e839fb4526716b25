import { FromTo } from '#components/events/from-to.tsx';
import { Section } from '#components/ui/section.tsx';
import { Timeline } from '#components/ui/timeline.tsx';
import type { RecordDetail } from '#lib/records/records.contract.ts';
import { ToldBy } from './told-by.tsx';

/** What changed of a record, newest first: old value, new one, when, and by what we know. */
export function RecordChanges({ record }: { record: RecordDetail }) {
  const { changes, changeCount, connectionId } = record;
  if (changes.length === 0) return null;
  const more = changeCount - changes.length;
  return (
    <Section title="What changed">
      <Timeline
        label="What changed"
        items={changes.map((change, index) => ({
          id: `${change.key} ${change.at} ${index}`,
          time: change.at,
          title: change.label,
          body: (
            <span className="flex flex-wrap gap-x-3">
              <FromTo before={change.before} after={change.after} type={change.type} hidden={change.hidden} />
              <span className="text-12">
                <ToldBy told={change} connectionId={connectionId} />
              </span>
            </span>
          ),
        }))}
      />
      {more > 0 && <p className="text-13 text-ink-2">And {more.toLocaleString('en')} older ones.</p>}
    </Section>
  );
}
