import { clsx } from 'clsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { Beside } from '#lib/actions/action.schema.ts';
import type { Json } from '#lib/json.ts';
import { isInstant } from '#lib/operations/moment-text.ts';
import { ShownMoment } from './shown-moment.tsx';

/** Fields with what Enerflo has today beside what it would have: what changes is marked, the rest is quiet. */
export function BesideTable({ rows, made }: { rows: readonly Beside[]; made: boolean }) {
  const fields = rows.toSorted((a, b) => Number(b.changes) - Number(a.changes));
  return (
    <div className="overflow-hidden rounded border">
      <table className="w-full table-fixed border-collapse text-13">
        <caption className="sr-only">{made ? 'What it would have' : 'Today and after it was sent'}</caption>
        <thead className="text-left text-12 text-ink-3">
          <tr className="border-b">
            <th className="w-[30%] px-2 py-1.5 sm:px-3 font-normal">Field</th>
            {!made && <th className="px-2 py-1.5 sm:px-3 font-normal">In Enerflo now</th>}
            <th className="px-2 py-1.5 sm:px-3 font-normal">{made ? 'Value' : 'New'}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((row) => (
            <tr
              key={row.field}
              className={clsx('border-b align-top last:border-b-0', row.changes && !made && 'bg-info-soft')}
            >
              <th scope="row" className="px-2 py-1.5 sm:px-3 text-left font-normal text-ink-2 wrap-anywhere">
                {row.label}
              </th>
              {!made && (
                <td className="px-2 py-1.5 sm:px-3 text-ink-2 wrap-anywhere">
                  {row.told ? (
                    <ShownValue value={row.before} text={row.beforeText} />
                  ) : (
                    <span className="text-ink-3">not told</span>
                  )}
                </td>
              )}
              <td
                className={clsx(
                  'px-2 py-1.5 sm:px-3 whitespace-pre-wrap wrap-anywhere',
                  row.changes ? 'font-medium' : 'text-ink-3',
                )}
              >
                <ShownValue value={row.after} text={row.afterText} />
                {!made && !row.changes && <span className="sr-only"> (stays as it is)</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A value as people read it: its words where it is an id or a code. */
export function ShownValue({ value, text }: { value: Json; text: string | null }) {
  if (text !== null && text !== '') return <VisibleText text={text} />;
  if (value === null || value === '') return <span className="text-ink-3">empty</span>;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (isInstant(value)) return <ShownMoment instant={value} />;
  if (typeof value === 'object') {
    return <code className="font-mono text-12 whitespace-pre-wrap">{JSON.stringify(value, null, 1)}</code>;
  }
  return <VisibleText text={String(value)} />;
}
