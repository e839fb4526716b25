'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Bookmark, Inbox, Search, SunMoon } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { searchState } from '#components/events/search-state.ts';
import { useDebounced } from '#components/flows/use-debounced.ts';
import { type CommandGroup, type CommandItem, CommandMenu } from '#components/layout/command-menu.tsx';
import type { NavItem } from '#components/layout/nav-item.ts';
import type { Theme } from '#components/layout/theme.ts';
import { useTheme } from '#components/layout/use-theme.ts';
import { isolated } from '#components/ui/isolated.ts';
import { api } from '../api.ts';
import { useViews } from '../views/use-views.ts';

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
const mostFound = 6;

/** Go to a page or a view, find events by what was typed, change the theme. */
export function ConsoleCommands({ open, onOpenChange, pages, onThemeChoose }: ConsoleCommandsProps) {
  const router = useRouter();
  const [, setTheme] = useTheme();
  const [query, setQuery] = useState('');
  const typed = query.trim();
  const views = useViews('events');
  const found = useFoundEvents(open ? typed : '');
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
  const events = found.items.map((event) => ({
    id: `event ${event.id}`,
    label: [event.about ?? event.recordId, event.label]
      .flatMap((part) => (part ? [isolated(part)] : []))
      .join(', '),
    icon: <Inbox aria-hidden="true" />,
    hint: [event.recordLabel, event.recordId && isolated(event.recordId)].filter(Boolean).join(' '),
    onSelect: go(`/events/${event.id}`),
  }));
  const groups: CommandGroup[] = [
    { heading: 'Go to', items: [...places, ...ownViews].filter(fits) },
    { heading: 'Events', items: typed === '' ? [] : [search, ...events] },
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

/** The newest events that a text finds, and what is to be said of the search. */
function useFoundEvents(typed: string) {
  const q = useDebounced(typed, 150);
  const ready = searchState(q, undefined) === 'ready';
  const query = useQuery(
    api.events.list.queryOptions({
      input: { q, limit: mostFound },
      enabled: ready,
      placeholderData: keepPreviousData,
      staleTime: 5_000,
    }),
  );
  const items = ready ? (query.data?.items ?? []) : [];
  if (typed === '') return { items: [], status: undefined };
  if (query.isError && ready) return { items, status: 'The events could not be searched just now.' };
  const looking = q !== typed || query.isFetching;
  return {
    items,
    status: ready && !looking && items.length === 0 ? 'No event is found by this.' : undefined,
  };
}
