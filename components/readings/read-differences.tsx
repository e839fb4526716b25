import { FieldValue } from '#components/events/field-value.tsx';
import { FromTo } from '#components/events/from-to.tsx';
import type { FieldDifference } from '#lib/readings/readings.schema.ts';

/** Fields with what we had and what Enerflo has; of those never known before only that. */
export function ReadDifferences({ fields }: { fields: readonly FieldDifference[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {fields.map(({ field, label, before, after, known, hidden }) => (
        <li key={`${label} ${field}`} className="grid grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)] gap-x-4">
          <span className="text-ink-3">{label}</span>
          {known ? (
            <FromTo before={before} after={after} hidden={hidden} />
          ) : (
            <span className="min-w-0 wrap-anywhere">
              <FieldValue value={after} hidden={hidden} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
