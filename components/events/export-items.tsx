'use client';

import { MenuItem } from '#components/ui/menu.tsx';
import { type EventChoice, type ExportFormat, exportAddress, exportByForm } from './event-choice.ts';

const formats: { format: ExportFormat; label: string }[] = [
  { format: 'csv', label: 'Export as CSV' },
  { format: 'jsonl', label: 'Export as JSON lines' },
];

/** The lines of a menu with which the chosen events are had as a file. */
export function ExportItems({ choice }: { choice: EventChoice }) {
  return formats.map(({ format, label }) => {
    const address = exportAddress(choice, format);
    if (address) {
      return (
        <MenuItem key={format} asChild>
          <a href={address} download>
            {label}
          </a>
        </MenuItem>
      );
    }
    return (
      <MenuItem key={format} onSelect={() => 'ids' in choice && exportByForm(choice.ids, format)}>
        {label}
      </MenuItem>
    );
  });
}
