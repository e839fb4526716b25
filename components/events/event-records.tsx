import { DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Section } from '#components/ui/section.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { FieldValue } from './field-value.tsx';

/** What the event says, record by record, in plain words; fields without a value are left out. */
export function EventRecords({ event }: { event: EventDetail }) {
  const shown = event.records.flatMap((record) => [
    record.id,
    ...record.fields.map((field) => String(field.value)),
  ]);
  // A Salesforce id of 15 characters is the same as one of 18 that begins with it.
  const ids = event.ids.filter((id) => !shown.some((value) => value.startsWith(id.value)));
  return (
    <>
      {event.records.map((record) => {
        const filled = record.fields.filter((field) => field.value !== null);
        return (
          <Section
            key={`${record.kind} ${record.id}`}
            title={record.label}
            description={filled.length === 0 ? 'Only its id is told.' : undefined}
          >
            <DefinitionList
              items={[
                {
                  term: 'Id',
                  value: <code className="font-mono text-12">{record.id}</code>,
                  copy: record.id,
                },
                ...filled.map((field) => ({
                  term: field.label,
                  value: (
                    <FieldValue value={field.value} type={field.type} secret={field.class === 'secret'} />
                  ),
                })),
                ...(record.clock ? [{ term: 'As of', value: <ExactTime iso={record.clock} /> }] : []),
              ]}
            />
          </Section>
        );
      })}
      {ids.length > 0 && (
        <Section title="Other ids">
          <DefinitionList
            items={ids.map((id) => ({
              term: id.label,
              value: <code className="font-mono text-12">{id.value}</code>,
              copy: id.value,
            }))}
          />
        </Section>
      )}
    </>
  );
}
