import type { FieldDifference } from '#lib/events/events.contract.ts';
import { FieldValue } from './field-value.tsx';
import { FromTo } from './from-to.tsx';

/** What changed from one event to a later one, field by field, in words: `Status: On Hold → Active`. */
export function FieldDifferences({ fields }: { fields: readonly FieldDifference[] }) {
  const told = fields.filter(({ how }) => how !== 'not-told' && how !== 'same');
  const silent = fields.filter(({ how }) => how === 'not-told');
  const records = new Set(fields.map(({ record }) => record));
  return (
    <>
      {told.length > 0 && (
        <ul className="flex flex-col gap-1 text-13">
          {told.map((field) => (
            <li
              key={`${field.record} ${field.field}`}
              className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4"
            >
              <span className="text-ink-3">
                {field.label}
                {records.size > 1 && <span className="block text-12">{field.record}</span>}
              </span>
              <Difference field={field} />
            </li>
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <p className="text-13 text-ink-2">
          Not told this time: {silent.map(({ label }) => label).join(', ')}.
        </p>
      )}
    </>
  );
}

function Difference({ field: { how, one, other, type, hidden } }: { field: FieldDifference }) {
  if (how === 'changed') return <FromTo before={one} after={other} type={type} hidden={hidden} />;
  const value = how === 'filled' ? other : one;
  return (
    <span className="min-w-0 wrap-anywhere">
      <span className="text-ink-3">{how === 'filled' ? 'filled: ' : 'emptied, was '}</span>
      <span className={how === 'filled' ? 'font-medium' : 'text-ink-3'}>
        <FieldValue value={value} type={type} hidden={hidden} />
      </span>
    </span>
  );
}
