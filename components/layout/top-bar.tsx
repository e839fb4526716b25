'use client';

import { clsx } from 'clsx';
import { Menu as MenuIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

export interface TopBarProps {
  /** Where I am: the section, in words. */
  where: ReactNode;
  search?: ReactNode;
  /** Switches between accounts and environments. */
  environment?: ReactNode;
  userMenu?: ReactNode;
  /** A sandbox is tinted, so that nobody takes it for production. */
  tinted: boolean;
  onOpenNavigation: () => void;
}

/** The line above every page. */
export function TopBar({ where, search, environment, userMenu, tinted, onOpenNavigation }: TopBarProps) {
  return (
    <header
      className={clsx(
        'flex h-11 shrink-0 items-center gap-2 border-b pr-2 pl-4 max-md:pl-2',
        tinted && 'bg-tint',
      )}
    >
      <IconButton
        label="Open navigation"
        icon={<MenuIcon />}
        onClick={onOpenNavigation}
        className="md:hidden"
      />
      <div className="flex min-w-0 flex-1 items-center gap-2 text-13 text-ink-2">
        <span className="truncate">{where}</span>
        {tinted && <Badge tone="attention">Sandbox</Badge>}
      </div>
      {search}
      {environment}
      {userMenu}
    </header>
  );
}
