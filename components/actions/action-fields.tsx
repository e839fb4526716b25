import { clsx } from 'clsx';
import { Section } from '#components/ui/section.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { ShownValue } from './beside-table.tsx';

/** What was before, what was asked, and what Enerflo had when it was read back. */
export function ActionFields({ action }: { action: ActionDetail }) {
  const { fields, readBack, state } = action;
  if (fields.length === 0) return null;
  const hadBefore = fields.some(({ told }) => told);
  // Of what was read in part alone, that part is shown.
  const wasRead =
    readBack === 'same' ||
    readBack === 'differs' ||
    (readBack === 'not-read' && fields.some(({ nowTold }) => nowTold));
  return (
    <Section title={state === 'done' ? 'What it changed' : 'What was asked'}>
      <div className="overflow-hidden rounded border">
        <table className="w-full table-fixed border-collapse text-13">
          <thead className="text-left text-12 text-ink-3">
            <tr className="border-b">
              <th className="w-[26%] px-2 py-1.5 sm:px-3 font-normal">Field</th>
              {hadBefore && <th className="px-2 py-1.5 sm:px-3 font-normal">Before</th>}
              <th className="px-2 py-1.5 sm:px-3 font-normal">Asked</th>
              {wasRead && <th className="px-2 py-1.5 sm:px-3 font-normal">Read back</th>}
            </tr>
          </thead>
          <tbody>
            {fields.map((row) => {
              const differs =
                wasRead && row.nowTold && !sameShown(row.now, row.nowText, row.after, row.afterText);
              return (
                <tr key={row.field} className="border-b align-top last:border-b-0">
                  <th
                    scope="row"
                    className="px-2 py-1.5 sm:px-3 text-left font-normal text-ink-2 wrap-anywhere"
                  >
                    {row.label}
                  </th>
                  {hadBefore && (
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
                      row.changes && 'font-medium',
                    )}
                  >
                    <ShownValue value={row.after} text={row.afterText} />
                  </td>
                  {wasRead && (
                    <td className={clsx('px-2 py-1.5 sm:px-3 wrap-anywhere', differs && 'text-attention')}>
                      {row.nowTold ? (
                        <ShownValue value={row.now} text={row.nowText} />
                      ) : (
                        <span className="text-ink-3">not told</span>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function sameShown(a: unknown, aText: string | null, b: unknown, bText: string | null): boolean {
  if (aText !== null && bText !== null) return aText === bText;
  return String(a ?? '').trim() === String(b ?? '').trim();
}
