'use client';

import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { EventDetailPanel } from './event-detail-panel.tsx';

/** An event as a page of its own. */
export function EventPage({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="Event" back={<TextLink href="/events">Events</TextLink>} />
      <EventDetailPanel id={id} isPage />
    </>
  );
}
