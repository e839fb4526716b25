import { ExactTime } from '#components/ui/exact-time.tsx';
import { type Difference, differences } from './difference.ts';

const mostShown = 80;

/** What an entry changed: for each value that is not what it was, the old one and the new one. */
export function DifferenceTable({ before, after }: { before: unknown; after: unknown }) {
  const found = differences(before, after);
  if (found.length === 0) return <p className="text-13 text-ink-2">Nothing was different afterwards.</p>;
  return (
    <>
      <dl className="divide-y rounded border text-13">
        {[...Map.groupBy(found.slice(0, mostShown), (each) => each.path)].map(([path, changes]) => (
          <div
            key={path}
            className="grid gap-x-4 gap-y-0.5 px-3 py-1.5 sm:grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)]"
          >
            <dt className="text-ink-3 wrap-anywhere">{pathWords(path)}</dt>
            <dd className="flex min-w-0 flex-col wrap-anywhere">
              {changes.map((each) => (
                <Change key={JSON.stringify(each)} difference={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {found.length > mostShown && (
        <p className="text-12 text-ink-3">{found.length - mostShown} more are in the data below.</p>
      )}
    </>
  );
}

function Change({ difference: { before, after } }: { difference: Difference }) {
  return (
    <>
      {before !== undefined && (
        <del className="text-ink-3">
          <span className="sr-only">was </span>
          <Value value={before} />
        </del>
      )}
      {after !== undefined && (
        <ins className="no-underline">
          {before !== undefined && <span className="sr-only">is now </span>}
          <Value value={after} />
        </ins>
      )}
    </>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <span className="text-ink-3">nothing</span>;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return isInstant(value) ? <ExactTime iso={value} /> : <bdi>{value}</bdi>;
  if (typeof value === 'number') return <span className="tabular-nums">{value}</span>;
  return <code className="font-mono text-12 whitespace-pre-wrap">{JSON.stringify(value, null, 1)}</code>;
}

/** A key as a person reads it: `hiddenFromViewers` is "hidden from viewers". */
function pathWords(path: string): string {
  if (path === '') return 'value';
  return path.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
}
