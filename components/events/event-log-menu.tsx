'use client';

import { Ellipsis, Link2 } from 'lucide-react';
import { copyText } from '#components/ui/copy-text.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { ExportItems } from './export-items.tsx';
import { fixedLink } from './fixed-link.ts';
import { filterText, type LogFilter } from './log-filter.ts';

/** What can be done with all that the log shows: share it, take it away as a file. */
export function EventLogMenu({ filter }: { filter: LogFilter }) {
  const toast = useToast();
  const copy = async (address: string, title: string) => {
    const copied = await copyText(`${window.location.origin}${address}`);
    toast(copied ? { title } : { title: 'The link could not be copied', tone: 'bad' });
  };
  const copyAsIs = () =>
    copy(`/events?${filterText(filter) || 'all=1'}`, 'Link copied. It shows what fits when it is opened.');
  const copyFixed = () => {
    const { address, words } = fixedLink(filter, Date.now());
    return copy(address, `Link copied. ${words}`);
  };
  return (
    <Menu align="end" trigger={<IconButton label="Share and export" icon={<Ellipsis />} />}>
      <MenuItem icon={<Link2 aria-hidden="true" />} onSelect={() => void copyAsIs()}>
        Copy link
      </MenuItem>
      <MenuItem icon={<Link2 aria-hidden="true" />} onSelect={() => void copyFixed()}>
        Copy link without later events
      </MenuItem>
      <MenuSeparator />
      <ExportItems choice={{ filter }} />
    </Menu>
  );
}
