'use client';

import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode, Ref } from 'react';
import { filterChipClass } from './filter-chip-class.ts';
import { usePortalContainer } from './portal-container.tsx';

interface FilterPopoverProps {
  /** What is filtered: `Received`. */
  label: string;
  /** What is chosen, in words; null while it does not filter. */
  words: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  triggerRef?: Ref<HTMLButtonElement>;
  className?: string;
  children: ReactNode;
}

/** One filter that needs more than a list of words: a chip, and under it what one chooses in. */
export function FilterPopover({
  label,
  words,
  open,
  onOpenChange,
  triggerRef,
  className = 'w-72',
  children,
}: FilterPopoverProps) {
  const container = usePortalContainer();
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>
        <button ref={triggerRef} type="button" className={filterChipClass(words !== null)}>
          <span className="text-ink-2">{label}</span>
          {words !== null && <span className="max-w-48 truncate font-medium">{words}</span>}
          <ChevronDown aria-hidden="true" className="size-3.5 text-ink-3" />
        </button>
      </Popover.Trigger>
      <Popover.Portal container={container}>
        <Popover.Content
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={`z-40 max-w-[calc(100vw-2rem)] overflow-hidden rounded border bg-surface-raised text-ink shadow-raised ${className}`}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
