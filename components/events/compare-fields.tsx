import type { FieldDifference } from '#lib/events/events.contract.ts';
import { FieldValue } from './field-value.tsx';

const words: Record<FieldDifference['how'], string> = {
  changed: 'changed',
  filled: 'only the other has it',
  emptied: 'empty in the other',
  'not-told': 'the other does not tell it',
  same: 'the same',
};

/** The normalised fields of two events: label, left, right, and in words how they differ. Stacked where it is narrow. */
export function CompareFields({ fields }: { fields: readonly FieldDifference[] }) {
  return (
    <div className="overflow-hidden rounded border">
      <table aria-label="Fields of both events" className="w-full table-fixed text-left text-13 max-md:block">
        <thead className="border-b bg-surface-sunken text-12 text-ink-2 max-md:sr-only">
          <tr>
            <th scope="col" className="w-48 px-3 py-1.5 font-normal">
              Field
            </th>
            <th scope="col" className="px-3 py-1.5 font-normal">
              One
            </th>
            <th scope="col" className="px-3 py-1.5 font-normal">
              Other
            </th>
            <th scope="col" className="w-44 px-3 py-1.5 font-normal">
              Difference
            </th>
          </tr>
        </thead>
        <tbody className="divide-y max-md:block">
          {fields.map((field) => (
            <tr key={`${field.record} ${field.field}`} className="align-top max-md:block max-md:py-2">
              <th scope="row" className="px-3 py-2 font-normal max-md:block max-md:py-0 max-md:font-medium">
                {field.label}
                <span className="block text-12 font-normal text-ink-3">{field.record}</span>
              </th>
              <Side name="One" field={field} value={field.one} />
              <Side name="Other" field={field} value={field.other} />
              <td className="px-3 py-2 text-12 text-ink-3 max-md:block max-md:py-0">{words[field.how]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Side({ name, field, value }: { name: 'One' | 'Other'; field: FieldDifference; value: unknown }) {
  const silent = field.how === 'not-told' && name === 'Other';
  return (
    <td className="px-3 py-2 max-md:flex max-md:gap-2 max-md:py-0">
      <span aria-hidden="true" className="w-12 shrink-0 text-12 text-ink-3 md:hidden">
        {name}
      </span>
      <span className={field.how === 'same' ? 'min-w-0 wrap-anywhere text-ink-2' : 'min-w-0 wrap-anywhere'}>
        {silent ? (
          <span className="text-ink-3">not told</span>
        ) : (
          <FieldValue value={value} type={field.type} hidden={field.hidden && !isEmptySide(field, name)} />
        )}
      </span>
    </td>
  );
}

/** Of a field that was filled or emptied one side is empty, which gives nobody away. */
function isEmptySide({ how }: FieldDifference, name: 'One' | 'Other'): boolean {
  return (how === 'filled' && name === 'One') || (how === 'emptied' && name === 'Other');
}
