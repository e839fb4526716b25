'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { HandleDialog } from './handle-dialog.tsx';

/** The button that says that nothing is left to do about this event; gone once somebody pressed it. */
export function MarkAsHandled({ event }: { event: EventDetail }) {
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  if (event.handled) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Check aria-hidden="true" />
        Mark as handled
      </Button>
      <HandleDialog
        choice={{ ids: [event.id] }}
        words="this event"
        open={open}
        onOpenChange={setOpen}
        onChanged={() => void queries.invalidateQueries({ queryKey: api.events.key() })}
      />
    </>
  );
}

/** Who dealt with the event, when, and what he said of it; can be taken back. */
export function EventHandled({ event: { id, handled } }: { event: EventDetail }) {
  const mayAct = useMay('operator');
  const queries = useQueryClient();
  const unhandle = useMutation(
    api.events.unhandle.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.events.key() }),
    }),
  );
  if (!handled) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-ink-2">
      <span className="inline-flex min-w-0 items-center gap-1.5">
        <Check aria-hidden="true" className="size-4 shrink-0 text-good" />
        <span className="min-w-0 wrap-anywhere">
          {handled.by} marked it as handled <RelativeTime iso={handled.at} focusable />
          {handled.note && (
            <>
              : <VisibleText text={handled.note} />
            </>
          )}
        </span>
      </span>
      {mayAct && (
        <Button
          variant="quiet"
          size="small"
          busy={unhandle.isPending}
          onClick={() => unhandle.mutate({ ids: [id] })}
        >
          Take back
        </Button>
      )}
    </div>
  );
}
