import { Fold } from '#components/deliveries/fold.tsx';
import { FieldValue } from '#components/events/field-value.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { RecordDetail, RecordField } from '#lib/records/records.contract.ts';
import { recordHref } from './record-href.ts';
import { ToldBy } from './told-by.tsx';

/** Each field with its value, since when it has it and by what that is known; empty ones are folded away. */
export function RecordFields({ record }: { record: RecordDetail }) {
  const filled = record.fields.filter(isFilled);
  const empty = record.fields.filter((field) => !isFilled(field));
  return (
    <Section
      title="As it is known"
      description={
        record.fields.length === 0 ? 'Only its id was told so far: other things speak of it.' : undefined
      }
    >
      {filled.length > 0 && (
        <dl className="flex flex-col divide-y border-y text-13">
          {filled.map((field) => (
            <div
              key={field.key}
              className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4 py-1.5 md:grid-cols-[12rem_minmax(0,1fr)_minmax(12rem,auto)]"
            >
              <dt className="text-ink-3">{field.label}</dt>
              <dd className="min-w-0 wrap-anywhere">
                <Value field={field} record={record} />
              </dd>
              <dd className="text-12 text-ink-3 max-md:col-start-2 md:text-right">
                since <RelativeTime iso={field.since} focusable />,{' '}
                <ToldBy told={field} connectionId={record.connectionId} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <Fold summary={empty.length === 1 ? '1 empty field' : `${empty.length} empty fields`}>
          <p className="text-13 text-ink-2">{empty.map(({ label }) => label).join(', ')}</p>
        </Fold>
      )}
    </Section>
  );
}

/** An id of a thing that is kept here leads to it. */
function Value({ field, record }: { field: RecordField; record: RecordDetail }) {
  const shown = <FieldValue value={field.value} type={field.type} hidden={field.hidden} />;
  const named = record.related.find(
    ({ kind, externalId }) => kind === field.refersTo && externalId === field.value,
  );
  if (!named) return shown;
  return (
    <TextLink href={recordHref(named.kind, named.id)} title={named.about ?? undefined}>
      {shown}
    </TextLink>
  );
}

function isFilled({ value, hidden }: RecordField): boolean {
  return hidden || (value !== null && value !== '');
}
