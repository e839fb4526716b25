'use client';

import { Download } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';

interface AuditExportProps {
  /** What the list is narrowed down by, as the API takes it. */
  filter: Record<string, string | undefined>;
}

const formats = [
  { format: 'csv', label: 'CSV, for a spreadsheet' },
  { format: 'jsonl', label: 'JSON lines, for a program' },
];

/** Downloads every entry that fits the filters; that it was downloaded is an entry of its own. */
export function AuditExport({ filter }: AuditExportProps) {
  const address = (format: string) => {
    const given = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return `/api/audit/export?${new URLSearchParams([['format', format], ...given])}`;
  };
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Download aria-hidden="true" />
          Export
        </Button>
      }
    >
      {formats.map(({ format, label }) => (
        <MenuItem key={format} asChild>
          <a href={address(format)} download>
            {label}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
