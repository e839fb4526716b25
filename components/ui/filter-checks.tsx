'use client';

import { ChevronDown } from 'lucide-react';
import { filterChipClass } from './filter-chip-class.ts';
import { Menu, MenuCheckItem } from './menu.tsx';
import type { Option } from './select.tsx';

interface FilterChecksProps {
  label: string;
  options: readonly Option[];
  /** Empty while it does not filter. */
  values: readonly string[];
  onChange: (values: string[]) => void;
}

/** One filter with several values, chosen in a menu that stays open. */
export function FilterChecks({ label, options, values, onChange }: FilterChecksProps) {
  const chosen = options.filter((option) => values.includes(option.value));
  const words =
    chosen.length > 2 ? `${chosen.length} chosen` : chosen.map((option) => option.label).join(', ');
  return (
    <Menu
      trigger={
        <button type="button" className={filterChipClass(chosen.length > 0)}>
          <span className="text-ink-2">{label}</span>
          {words && <span className="max-w-48 truncate font-medium">{words}</span>}
          <ChevronDown aria-hidden="true" className="size-3.5 text-ink-3" />
        </button>
      }
    >
      {options.map((option) => (
        <MenuCheckItem
          key={option.value}
          checked={values.includes(option.value)}
          onCheckedChange={(checked) =>
            onChange(checked ? [...values, option.value] : values.filter((value) => value !== option.value))
          }
        >
          {option.label}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
