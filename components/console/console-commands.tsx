'use client';

import { Bookmark, House, Inbox, Search, SunMoon } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type CommandGroup, type CommandItem, CommandMenu } from '#components/layout/command-menu.tsx';
import type { NavItem } from '#components/layout/nav-item.ts';
import type { Theme } from '#components/layout/theme.ts';
import { useTheme } from '#components/layout/use-theme.ts';
import { foundWords } from '#components/records/found-words.ts';
import { recordHref } from '#components/records/record-href.ts';
import { isolated } from '#components/ui/isolated.ts';
import { useViews } from '../views/use-views.ts';
import { useFound } from './use-found.ts';

interface ConsoleCommandsProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pages: readonly NavItem[];
  onThemeChoose: (theme: Theme) => void;
}

const themes: { theme: Theme; label: string }[] = [
  { theme: 'light', label: 'Light theme' },
  { theme: 'dark', label: 'Dark theme' },
  { theme: 'system', label: 'Theme as the system has it' },
];

/** Go to a page or a view, find a homeowner's records and events by what was typed, change the theme. */
export function ConsoleCommands({ open, onOpenChange, pages, onThemeChoose }: ConsoleCommandsProps) {
  const router = useRouter();
  const [, setTheme] = useTheme();
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const views = useViews('events');
  const found = useFound(open ? typed : '');
  const fits = ({ label }: CommandItem) => label.toLowerCase().includes(typed.toLowerCase());
  const go = (href: string) => () => router.push(href as Route);

  const places = pages.map(({ href, label, icon }) => ({
    id: `page ${href}`,
    label,
    icon,
    onSelect: go(href),
  }));
  const ownViews = views.map(({ id, name, query: filters }) => ({
    id: `view ${id}`,
    label: name,
    icon: <Bookmark aria-hidden="true" />,
    hint: 'view of events',
    onSelect: go(`/events?${new URLSearchParams([['view', id], ...new URLSearchParams(filters)])}`),
  }));
  const commands = themes.map(({ theme, label }) => ({
    id: `theme ${theme}`,
    label,
    icon: <SunMoon aria-hidden="true" />,
    onSelect: () => {
      setTheme(theme);
      onThemeChoose(theme);
    },
  }));
  const search = {
    id: 'search events',
    label: `Find events by "${isolated(typed)}"`,
    icon: <Search aria-hidden="true" />,
    onSelect: go(`/events?${new URLSearchParams({ q: typed })}`),
  };
  const events = found.events.map((event) => ({
    id: `event ${event.id}`,
    label: [event.about ?? event.recordId, event.label]
      .flatMap((part) => (part ? [isolated(part)] : []))
      .join(', '),
    icon: <Inbox aria-hidden="true" />,
    hint: [event.recordLabel, event.recordId && isolated(event.recordId)].filter(Boolean).join(' '),
    onSelect: go(`/events/${event.id}`),
  }));
  const records = found.records.map((record) => {
    const { name, what } = foundWords(record);
    return {
      id: `record ${record.id}`,
      label: isolated(name ?? what),
      icon: <House aria-hidden="true" />,
      hint: name === null ? undefined : isolated(what),
      onSelect: go(recordHref(record.kind, record.id)),
    };
  });
  // What is there at once stands above what is still looked for, so that nothing moves under it.
  const groups: CommandGroup[] = [
    { heading: 'Go to', items: [...places, ...ownViews].filter(fits) },
    { heading: 'Search', items: typed === '' ? [] : [search] },
    { heading: 'Homeowners and what is theirs', items: records },
    { heading: 'Events', items: events },
    { heading: 'Commands', items: commands.filter(fits) },
  ];
  return (
    <CommandMenu
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        if (!next) setQuery('');
      }}
      query={query}
      onQueryChange={setQuery}
      filtered
      groups={groups.filter(({ items }) => items.length > 0)}
      status={found.status}
    />
  );
}
