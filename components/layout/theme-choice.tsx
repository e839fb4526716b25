'use client';

import { MenuRadioGroup } from '#components/ui/menu.tsx';
import { parseTheme } from './theme.ts';
import { useTheme } from './use-theme.ts';

const options = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
];

/** The part of a menu in which one chooses light, dark or what the system says. */
export function ThemeChoice() {
  const [theme, setTheme] = useTheme();
  return (
    <MenuRadioGroup
      label="Theme"
      value={theme}
      onValueChange={(value) => setTheme(parseTheme(value))}
      options={options}
    />
  );
}
