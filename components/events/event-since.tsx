'use client';

import { useQuery } from '@tanstack/react-query';
import { Fold } from '#components/deliveries/fold.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api, errorWords } from '../api.ts';
import { EventTitle } from './event-title.tsx';
import { FieldDifferences } from './field-differences.tsx';
import { PathDifferences } from './path-differences.tsx';
import { useEventHref } from './use-event-href.ts';

/** What differs from the event of the same record that came before this one. Says nothing where there is none. */
export function EventSince({ eventId, isPage }: { eventId: string; isPage: boolean }) {
  const neighbours = useQuery(api.events.neighbours.queryOptions({ input: { id: eventId } }));
  const href = useEventHref(isPage);
  if (neighbours.isError && !neighbours.data) {
    return (
      <Section title="Since the event before">
        <p role="alert" className="text-13 text-bad">
          It could not be read. {errorWords(neighbours.error).message}
        </p>
      </Section>
    );
  }
  const previous = neighbours.data?.previous;
  if (!previous) return null;
  const { event, since } = previous;
  const count = since.paths.length + since.morePaths;
  return (
    <Section
      title="Since the event before"
      description={
        <>
          <TextLink href={href(event.id)} scroll={false}>
            <EventTitle event={event} />
          </TextLink>{' '}
          of the same record came <RelativeTime iso={event.receivedAt} focusable />.
          {since.fields.length === 0 &&
            (count === 0 ? ' Nothing differs.' : ' No field that we read differs.')}
        </>
      }
    >
      <FieldDifferences fields={since.fields} />
      {count > 0 && (
        <Fold summary={count === 1 ? 'One path of the data differs' : `${count} paths of the data differ`}>
          <PathDifferences paths={since.paths} more={since.morePaths} sides={['Before', 'Now']} />
        </Fold>
      )}
    </Section>
  );
}
