import { FieldValue } from '#components/events/field-value.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { RecordDetail, RecordField } from '#lib/records/records.contract.ts';
import { recordHref } from './record-href.ts';
import { ToldBy } from './told-by.tsx';

/** Fields of a record, a line each: its value, since when it has it, and by what that is known. */
export function RecordFieldList({
  fields,
  record,
}: {
  fields: readonly RecordField[];
  record: RecordDetail;
}) {
  return (
    <dl className="flex flex-col divide-y border-y text-13">
      {fields.map((field) => (
        <div
          key={field.key}
          className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4 py-1.5 md:grid-cols-[12rem_minmax(0,1fr)_minmax(8rem,auto)]"
        >
          <dt className="text-ink-3">{field.label}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <Value field={field} record={record} />
          </dd>
          <dd className="text-12 text-ink-3 max-md:col-start-2 md:text-right">
            <ToldBy told={field} at={field.since} before="since" connectionId={record.connectionId} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An id of a thing that is kept here leads to it. */
function Value({ field, record }: { field: RecordField; record: RecordDetail }) {
  const shown = <FieldValue value={field.value} type={field.type} hidden={field.hidden} />;
  const named = record.related.find(
    ({ kind, externalId }) => kind === field.refersTo && externalId === field.value,
  );
  const copied = field.type === 'id' && typeof field.value === 'string' ? field.value : null;
  return (
    <>
      {named ? (
        <>
          <TextLink href={recordHref(named.kind, named.id)}>{shown}</TextLink>{' '}
          {named.about && (
            <span className="text-ink-2">
              <VisibleText text={named.about} />
            </span>
          )}
        </>
      ) : (
        shown
      )}
      {copied && (
        <CopyButton
          text={copied}
          label={`Copy ${field.label.toLowerCase()}`}
          className="-my-1 ml-1 align-middle"
        />
      )}
    </>
  );
}
