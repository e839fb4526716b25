import { VisibleText } from '#components/ui/visible-text.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';

/** What was doubted while the event was read, and why it could not be. */
export function EventNotes({ event: { warnings, error } }: { event: EventDetail }) {
  return (
    <>
      {warnings.length > 0 && (
        <ul
          className="flex list-none flex-col gap-1 rounded border border-line-strong bg-attention-soft p-2 text-13"
          aria-label="Notes"
        >
          {warnings.map((warning) => (
            <li key={warning} className="wrap-anywhere">
              <VisibleText text={warning} />
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p className="rounded bg-bad-soft p-2 text-13 text-bad wrap-anywhere">
          It could not be read into records: <VisibleText text={error} />
        </p>
      )}
    </>
  );
}
