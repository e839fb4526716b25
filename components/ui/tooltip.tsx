'use client';

import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import { usePortalContainer } from './portal-container.tsx';

interface TooltipProps {
  content: ReactNode;
  /** A key that does the same. */
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  /** One focusable element. */
  children: ReactNode;
}

/** A short text on hover and focus. Never the only place where something is said. Needs `UiProvider` above. */
export function Tooltip({ content, shortcut, side = 'top', children }: TooltipProps) {
  const container = usePortalContainer();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded bg-surface-inverse px-2 py-1 text-12 text-ink-inverse"
        >
          {content}
          {shortcut && <Kbd inverse>{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
