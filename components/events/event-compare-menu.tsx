'use client';

import { useQuery } from '@tanstack/react-query';
import { Columns2 } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import { api } from '../api.ts';
import { EventPick } from './event-pick.tsx';

/** Where two events stand side by side, in the order given. */
export function comparison(one: string, other: string): Route {
  return `/events/compare?${new URLSearchParams({ one, other })}`;
}

/** Compare with the event before, the event after, or any that one names. */
export function EventCompareMenu({ eventId }: { eventId: string }) {
  const [picking, setPicking] = useState(false);
  const router = useRouter();
  const neighbours = useQuery(api.events.neighbours.queryOptions({ input: { id: eventId } }));
  const before = neighbours.data?.previous?.event.id;
  const after = neighbours.data?.next?.id;
  return (
    <>
      <Menu
        trigger={
          <Button size="small">
            <Columns2 aria-hidden="true" />
            Compare with…
          </Button>
        }
      >
        {before && (
          <MenuItem asChild>
            <Link href={comparison(before, eventId)}>The event before, of the same record</Link>
          </MenuItem>
        )}
        {after && (
          <MenuItem asChild>
            <Link href={comparison(eventId, after)}>The event after, of the same record</Link>
          </MenuItem>
        )}
        <MenuItem onSelect={() => setPicking(true)}>Another event…</MenuItem>
      </Menu>
      <Dialog
        open={picking}
        onOpenChange={setPicking}
        title="Compare with another event"
        size="small"
        closeOnOutside={false}
      >
        <EventPick
          label="The other event"
          action="Compare"
          onPick={(other) => {
            setPicking(false);
            router.push(comparison(eventId, other));
          }}
        />
      </Dialog>
    </>
  );
}
