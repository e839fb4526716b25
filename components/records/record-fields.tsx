import { Fold } from '#components/deliveries/fold.tsx';
import { Section } from '#components/ui/section.tsx';
import type { RecordDetail, RecordField } from '#lib/records/records.contract.ts';
import { RecordFieldList } from './record-field-list.tsx';

/** What is known of a record: what people read first, its ids and what is empty folded away. */
export function RecordFields({ record }: { record: RecordDetail }) {
  const filled = record.fields.filter(isFilled);
  const words = filled.filter(({ type }) => type !== 'id');
  const ids = filled.filter(({ type }) => type === 'id');
  const empty = record.fields.filter((field) => !isFilled(field));
  return (
    <Section
      title="As it is known"
      description={
        record.fields.length === 0
          ? 'Only its id was told so far: other things speak of it.'
          : 'Each value, and since when it has it.'
      }
    >
      {words.length > 0 && <RecordFieldList fields={words} record={record} />}
      {ids.length > 0 && (
        <Fold summary={ids.length === 1 ? '1 id' : `${ids.length} ids`}>
          <RecordFieldList fields={ids} record={record} />
        </Fold>
      )}
      {empty.length > 0 && (
        <Fold summary={empty.length === 1 ? '1 empty field' : `${empty.length} empty fields`}>
          <p className="text-13 text-ink-2">{empty.map(({ label }) => label).join(', ')}</p>
        </Fold>
      )}
    </Section>
  );
}

function isFilled({ value, hidden }: RecordField): boolean {
  return hidden || (value !== null && value !== '');
}
