import { TextLink } from '#components/ui/text-link.tsx';
import type { Teller } from '#lib/records/records.contract.ts';

const words: Record<Teller['origin'], string> = {
  event: 'an event',
  fetch: 'read from Enerflo',
  write: 'written from here',
  import: 'first load from Enerflo',
};

/** By what something is known, with a link to it where there is one. */
export function ToldBy({ told, connectionId }: { told: Teller; connectionId: string }) {
  if (told.eventId) return <TextLink href={`/events/${told.eventId}`}>{words[told.origin]}</TextLink>;
  if (told.readingId) {
    return (
      <TextLink href={`/accounts/${connectionId}/readings/${told.readingId}`}>{words[told.origin]}</TextLink>
    );
  }
  return <>{words[told.origin]}</>;
}
