'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { accountWords } from './account-words.ts';
import { EventOutcomeMark } from './event-outcome-mark.tsx';
import { EventPick } from './event-pick.tsx';
import { EventTitle } from './event-title.tsx';

interface CompareHeadProps {
  title: string;
  event: EventItem;
  onPick: (id: string) => void;
}

/** One of two compared events: what it is, about whom, when; and a way to take another in its place. */
export function CompareHead({ title, event, onPick }: CompareHeadProps) {
  const [picking, setPicking] = useState(false);
  const about = event.about ?? event.recordId;
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1 rounded border px-3 py-2 text-13">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-12 text-ink-3">{title}</span>
        <Button variant="quiet" size="small" onClick={() => setPicking(true)}>
          Take another
        </Button>
      </div>
      <div className="flex flex-wrap items-center gap-x-3">
        <TextLink href={`/events/${event.id}`} className="font-medium">
          <EventTitle event={event} />
        </TextLink>
        <EventOutcomeMark event={event} />
      </div>
      {about && (
        <span className="wrap-anywhere text-ink-2">
          <VisibleText text={about} />
        </span>
      )}
      <div className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
        <span>{accountWords(event)}</span>
        <ExactTime iso={event.receivedAt} />
        <ShortId id={event.id} of="event" />
      </div>
      <Dialog
        open={picking}
        onOpenChange={setPicking}
        title="Take another event"
        size="small"
        closeOnOutside={false}
      >
        <EventPick
          label="The event"
          action="Take this event"
          onPick={(id) => {
            setPicking(false);
            onPick(id);
          }}
        />
      </Dialog>
    </section>
  );
}
