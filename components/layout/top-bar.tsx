'use client';

import { Menu as MenuIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';

export interface TopBarProps {
  /** Where I am: the section, in words. */
  where: ReactNode;
  search?: ReactNode;
  userMenu?: ReactNode;
  onOpenNavigation: () => void;
}

/** The line above every page. */
export function TopBar({ where, search, userMenu, onOpenNavigation }: TopBarProps) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b pr-2 pl-4 max-md:pl-2">
      <IconButton
        label="Open navigation"
        icon={<MenuIcon />}
        onClick={onOpenNavigation}
        className="md:hidden"
      />
      <div className="min-w-0 flex-1 truncate text-13 text-ink-2">{where}</div>
      {search}
      {userMenu}
    </header>
  );
}
