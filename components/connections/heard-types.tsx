import { EventTitle } from '#components/events/event-title.tsx';
import { isolated } from '#components/ui/isolated.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { HeardItem } from '#lib/connections/connections.contract.ts';

/** Every event that this sender has, and when this account last sent it. */
export function HeardTypes({ heard }: { heard: readonly HeardItem[] }) {
  // What its sender has replaced is shown only where it still comes.
  const rows = heard.filter(({ deprecated, lastAt }) => !deprecated || lastAt !== null);
  const count = rows.filter(({ lastAt }) => lastAt !== null).length;
  return (
    <Section
      title="What it has sent"
      description={
        rows.length === 0
          ? 'Nothing yet. Each event that this CRM sends will stand here with the time it last came.'
          : `${count} of ${rows.length} kinds of event were heard. A kind that should come and was never heard is not subscribed at the sender, or nothing of it happened yet.`
      }
    >
      {rows.length > 0 && (
        <table className="w-full table-fixed border-collapse rounded border text-13">
          <thead className="bg-surface-sunken text-left text-12 text-ink-2">
            <tr>
              <th scope="col" className="h-8 px-3 font-medium">
                Event
              </th>
              <th scope="col" className="w-32 px-3 font-medium">
                Last heard
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map((row) => (
              <tr key={row.type} title={isolated(row.type)}>
                <th scope="row" className="h-9 truncate px-3 text-left font-normal">
                  <EventTitle event={row} />
                  {row.guideStage && <span className="text-12 text-ink-3"> {row.guideStage}</span>}
                </th>
                <td className="truncate px-3">
                  <Heard row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Heard({ row: { lastAt, lastEventId } }: { row: HeardItem }) {
  if (lastAt === null) return <span className="text-ink-3">never heard</span>;
  if (lastEventId === null) return <RelativeTime iso={lastAt} />;
  return (
    <TextLink href={`/events/${lastEventId}`}>
      <RelativeTime iso={lastAt} />
    </TextLink>
  );
}
