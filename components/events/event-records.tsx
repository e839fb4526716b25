import { recordHref } from '#components/records/record-href.ts';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
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
        const filled = record.fields.filter((field) => field.value !== null || field.hidden);
        return (
          <Section
            key={`${record.kind} ${record.id}`}
            title={record.label}
            description={filled.length === 0 ? 'Only its id is told.' : undefined}
            actions={
              record.recordId && (
                <TextLink href={recordHref(record.kind, record.recordId)} className="text-13">
                  {record.kind === 'sunnova.cancellation' ? 'Its case' : 'All that is known'}
                </TextLink>
              )
            }
          >
            <DefinitionList
              items={[
                {
                  term: 'Id',
                  value: <IdText id={record.id} />,
                  copy: record.id,
                },
                ...filled.map((field) => ({
                  term: field.label,
                  value: <FieldValue value={field.value} type={field.type} hidden={field.hidden} />,
                  copy: field.type === 'id' && field.value ? String(field.value) : undefined,
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
              value: <IdText id={id.value} />,
              copy: id.value,
            }))}
          />
        </Section>
      )}
    </>
  );
}

function IdText({ id }: { id: string }) {
  return (
    <code className="font-mono text-12">
      <VisibleText text={id} />
    </code>
  );
}
