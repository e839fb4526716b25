'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Link2, Maximize2 } from 'lucide-react';
import { DoMenu } from '#components/actions/do-menu.tsx';
import { toldOf } from '#components/actions/told-of.ts';
import { useMay } from '#components/console/role-context.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { ApplyAgain } from './apply-again.tsx';
import { EventCompareMenu } from './event-compare-menu.tsx';
import { MarkAsHandled } from './event-handled.tsx';
import { EventSupportMenu } from './event-support-menu.tsx';
import { useEventHref } from './use-event-href.ts';

/** What one can do with an event, and the ways to those of the same record before and after it. */
export function EventActions({ event, isPage }: { event: EventDetail; isPage: boolean }) {
  const mayAct = useMay('operator');
  const told = toldOf(event.records);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {event.outcome === 'failed' && event.error && <ApplyAgain eventId={event.id} />}
      {mayAct && <MarkAsHandled event={event} />}
      {mayAct && <EventSupportMenu eventId={event.id} />}
      <DoMenu
        kinds={told.kinds}
        named={[...told.named, ...event.ids.map(({ kind }) => kind)]}
        from={{ event: event.id }}
      />
      <EventCompareMenu eventId={event.id} />
      <span className="flex items-center">
        <CopyButton
          label="Copy link"
          icon={<Link2 />}
          text={() => `${window.location.origin}/events/${event.id}`}
          className="size-7!"
        />
        {!isPage && (
          <LinkButton
            href={`/events/${event.id}`}
            variant="quiet"
            size="small"
            aria-label="Open as a page"
            title="Open as a page"
            className="w-7 px-0!"
          >
            <Maximize2 aria-hidden="true" />
          </LinkButton>
        )}
        <Neighbours eventId={event.id} isPage={isPage} />
      </span>
    </div>
  );
}

function Neighbours({ eventId, isPage }: { eventId: string; isPage: boolean }) {
  const neighbours = useQuery(api.events.neighbours.queryOptions({ input: { id: eventId } }));
  const href = useEventHref(isPage);
  const ways = [
    {
      to: neighbours.data?.previous?.event.id,
      label: 'Previous event of this record',
      icon: <ChevronLeft />,
    },
    { to: neighbours.data?.next?.id, label: 'Next event of this record', icon: <ChevronRight /> },
  ];
  return ways.map(
    ({ to, label, icon }) =>
      to && (
        <LinkButton
          key={label}
          href={href(to)}
          scroll={false}
          variant="quiet"
          size="small"
          aria-label={label}
          title={label}
          className="w-7 px-0!"
        >
          {icon}
        </LinkButton>
      ),
  );
}
