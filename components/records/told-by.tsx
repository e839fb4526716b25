import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Teller } from '#lib/records/records.contract.ts';
import { toldWords } from './told-words.ts';

interface ToldByProps {
  told: Teller;
  /** An ISO instant: when it became so. */
  at: string;
  /** The word before the time. */
  before?: string;
  connectionId: string;
}

/** When something became so, as a link to what told it, and how we know it where that was no event. */
export function ToldBy({ told, at, before, connectionId }: ToldByProps) {
  const { eventId, readingId } = told;
  const words = toldWords(told);
  const href = eventId
    ? (`/events/${eventId}` as const)
    : readingId
      ? (`/accounts/${connectionId}/readings/${readingId}` as const)
      : null;
  const time = (
    <>
      {before} <RelativeTime iso={at} focusable={href === null} />
    </>
  );
  return (
    <>
      {href ? (
        <TextLink
          href={href}
          className="text-ink-2!"
          title={eventId ? 'The event that told it' : 'The reading that found it'}
        >
          {time}
        </TextLink>
      ) : (
        time
      )}
      {words && <>, {words}</>}
    </>
  );
}
