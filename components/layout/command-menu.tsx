'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Modal } from '#components/ui/modal.tsx';

export interface CommandItem {
  id: string;
  label: string;
  icon?: ReactNode;
  /** On the right, quiet: what it is, or a key that does the same. */
  hint?: ReactNode;
  /** More words that find it. */
  keywords?: string[];
  onSelect: () => void;
}

export interface CommandGroup {
  heading: string;
  items: readonly CommandItem[];
}

interface CommandMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly CommandGroup[];
  /** True where the groups are already the answer to the query, so that nothing is filtered here. */
  filtered?: boolean;
  /** Under the list: that a search is under way, or did not work. */
  status?: ReactNode;
}

/** Search and commands in one: type, arrows, Enter. */
export function CommandMenu({
  open,
  onOpenChange,
  query,
  onQueryChange,
  groups,
  filtered = false,
  status,
}: CommandMenuProps) {
  const id = useId();
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      labelledBy={id}
      className="mx-auto mt-[12vh] mb-auto w-[calc(100%-2rem)] max-w-150 overflow-hidden rounded border bg-surface-raised text-ink shadow-raised backdrop:bg-scrim open:animate-fade"
    >
      <h2 id={id} className="sr-only">
        Search and commands
      </h2>
      <Command label="Search and commands" shouldFilter={!filtered} loop>
        <div className="flex items-center gap-2 border-b px-3">
          <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
          <Command.Input
            data-autofocus
            value={query}
            onValueChange={onQueryChange}
            placeholder="Search or type a command"
            className="h-11 flex-1 bg-transparent text-14 outline-none pointer-coarse:text-16"
          />
        </div>
        <Command.List className="max-h-[50vh] overflow-y-auto p-1">
          <Command.Empty className="px-3 py-6 text-center text-13 text-ink-2">Nothing found</Command.Empty>
          {groups.map((group) => (
            <Command.Group
              key={group.heading}
              heading={group.heading}
              className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3"
            >
              {group.items.map((item) => (
                <CommandRow key={item.id} item={item} onDone={() => onOpenChange(false)} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
        {status && (
          <div role="status" className="border-t px-3 py-2 text-12 text-ink-2">
            {status}
          </div>
        )}
      </Command>
    </Modal>
  );
}

function CommandRow({ item, onDone }: { item: CommandItem; onDone: () => void }) {
  return (
    <Command.Item
      value={item.id}
      keywords={[item.label, ...(item.keywords ?? [])]}
      onSelect={() => {
        onDone();
        item.onSelect();
      }}
      className="flex h-9 items-center gap-2 rounded px-2 text-13 data-[selected=true]:bg-surface-hover pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-3"
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.hint && <span className="shrink-0 text-12 text-ink-3">{item.hint}</span>}
    </Command.Item>
  );
}
