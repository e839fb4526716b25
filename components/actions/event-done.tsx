import type { EventDetail } from '#lib/events/events.contract.ts';
import { RecordActions } from './record-actions.tsx';

/** What was done in Enerflo from an event, or about what it tells of: its main record and its install. */
export function EventDone({ event }: { event: Pick<EventDetail, 'id' | 'records' | 'ids'> }) {
  const main = event.records.find((record) => record.main);
  const install = event.ids.find(({ kind }) => kind === 'enerflo.install');
  const records = [
    ...(main ? [`${main.kind}:${main.id}`] : []),
    ...(install ? [`${install.kind}:${install.value}`] : []),
  ];
  // What was opened from an event is kept with its main record; only one without any is asked for by itself.
  if (records.length === 0) return <RecordActions filters={[{ eventId: event.id }]} />;
  return <RecordActions filters={[...new Set(records)].map((record) => ({ record }))} />;
}
