'use client';

import { CircleUser, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx';
import type { Theme } from './theme.ts';
import { ThemeChoice } from './theme-choice.tsx';

interface UserMenuProps {
  name: string;
  /** In words: `Admin`. */
  role: string;
  onSignOut: () => void;
  /** The theme was changed here, for this browser; it may be kept for the person. */
  onThemeChoose?: (theme: Theme) => void;
  /** More `MenuItem`s, such as a link to one's own settings. */
  children?: ReactNode;
}

/** Who I am, my theme, the way out. */
export function UserMenu({ name, role, onSignOut, onThemeChoose, children }: UserMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" size="small" aria-label={`My menu, ${name}`}>
          <CircleUser aria-hidden="true" />
          <span className="max-w-40 truncate max-sm:hidden">{name}</span>
        </Button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="text-13 font-medium">{name}</p>
        <p className="text-12 text-ink-3">{role}</p>
      </div>
      <MenuSeparator />
      {children}
      <ThemeChoice onChoose={onThemeChoose} />
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
