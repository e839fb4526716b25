'use client';

import { Copy, Download, LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/copy-text.ts';
import { Menu, MenuItem, MenuLabel } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.tsx';

/** The event as a file for a ticket at the vendor, without anything personal: to paste or to attach. */
export function EventSupportMenu({ eventId }: { eventId: string }) {
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const address = `/api/events/${eventId}/support`;

  async function copy() {
    setBusy(true);
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`answered ${response.status}`);
      const copied = await copyText(await response.text());
      toast(
        copied
          ? { tone: 'good', title: 'Copied for support' }
          : { tone: 'bad', title: 'The browser did not allow copying. Download the file instead.' },
      );
    } catch {
      toast({ tone: 'bad', title: 'The copy could not be made. Try again in a moment.' });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Menu
      trigger={
        <Button size="small" busy={busy}>
          <LifeBuoy aria-hidden="true" />
          Copy for support
        </Button>
      }
    >
      <MenuLabel>
        <span className="block max-w-72 whitespace-normal">
          Names, addresses, phone numbers, e-mail addresses, files and free text are masked. It is noted in
          the audit log.
        </span>
      </MenuLabel>
      <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => void copy()}>
        Copy text
      </MenuItem>
      <MenuItem asChild>
        <a href={address} download>
          <Download aria-hidden="true" />
          Download file
        </a>
      </MenuItem>
    </Menu>
  );
}
