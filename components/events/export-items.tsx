'use client';

import { MenuItem } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { EventChoice, ExportFormat } from './event-choice.ts';

const formats: { format: ExportFormat; label: string }[] = [
  { format: 'csv', label: 'Export as CSV' },
  { format: 'jsonl', label: 'Export as JSON lines' },
];

/** The lines of a menu with which the chosen events are had as a file. What keeps them from it is said on the page. */
export function ExportItems({ choice }: { choice: EventChoice }) {
  const toast = useToast();
  const save = async (format: ExportFormat) => {
    const { exportFile } = await import('./export-file.ts');
    const problem = await exportFile(choice, format);
    if (!problem) return;
    const request = problem.requestId ? ` Request ${problem.requestId}` : '';
    toast({
      tone: 'bad',
      title: 'The events could not be exported',
      description: `${problem.message}${request}`,
    });
  };
  return formats.map(({ format, label }) => (
    <MenuItem key={format} onSelect={() => void save(format)}>
      {label}
    </MenuItem>
  ));
}
