import { Download } from 'lucide-react';
import { buttonClass } from '#components/ui/button-class.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';

/** What the file may have columns for, and an empty file with those. */
export function ColumnNames({ operation }: { operation: Operation }) {
  const fields = operationFields(operation);
  const named = (required: boolean) =>
    fields.filter((field) => field.required === required).map(({ words }) => words.label);
  const needed = named(true);
  const others = named(false);
  const head = fields.map(({ words }) => `"${words.label.replaceAll('"', '""')}"`).join(',');
  return (
    <div className="flex flex-col items-start gap-2 rounded border bg-surface-sunken px-3 py-2 text-13">
      <p>
        <span className="font-medium">Columns it needs: </span>
        {needed.join(', ') || 'none'}
        {others.length > 0 && <span className="text-ink-2">. It may also have: {others.join(', ')}</span>}.
        What they are called does not matter.
      </p>
      <a
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${head}\r\n`)}`}
        download={`${operation.name}.csv`}
        className={buttonClass('secondary', 'small')}
      >
        <Download aria-hidden="true" />
        Empty file with these columns
      </a>
    </div>
  );
}
