'use client';

import { SunMoon } from 'lucide-react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { ThemeChoice } from './theme-choice.tsx';

/** A button of its own for the theme, for pages without a user menu. */
export function ThemeMenu() {
  return (
    <Menu align="end" trigger={<IconButton label="Change theme" icon={<SunMoon />} />}>
      <ThemeChoice />
    </Menu>
  );
}
