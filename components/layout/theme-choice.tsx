'use client';

import { MenuRadioGroup } from '#components/ui/menu.tsx';
import { parseTheme, type Theme } from './theme.ts';
import { useTheme } from './use-theme.ts';

const options = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'system', label: 'As the system' },
];

/** The part of a menu in which one chooses light, dark or what the system says. `onChoose` may keep it elsewhere too. */
export function ThemeChoice({ onChoose }: { onChoose?: (theme: Theme) => void }) {
  const [theme, setTheme] = useTheme();
  return (
    <MenuRadioGroup
      label="Theme"
      value={theme}
      onValueChange={(value) => {
        const chosen = parseTheme(value);
        setTheme(chosen);
        onChoose?.(chosen);
      }}
      options={options}
    />
  );
}
