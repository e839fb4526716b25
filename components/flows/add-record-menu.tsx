'use client';

import { ChevronDown } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem } from '#components/ui/menu.tsx';
import type { MappableField } from '#lib/flows/flows.contract.ts';
import type { FieldSource, RowValue } from './flow-values.ts';
import { rowsOfRecord } from './mappable-field.ts';

interface AddRecordMenuProps {
  fields: readonly MappableField[];
  rows: readonly RowValue[];
  onAdd: (rows: { target: string; source: FieldSource }[]) => void;
}

/** Adds every field of a record at once, under its own name; those that are mapped already are left out. */
export function AddRecordMenu({ fields, rows, onAdd }: AddRecordMenuProps) {
  const records = Map.groupBy(
    fields.filter(({ source }) => source.kind === 'record'),
    (field) => field.group,
  );
  const choices = [...records]
    .map(([label, own]) => ({ label, added: rowsOfRecord(own, rows) }))
    .filter(({ added }) => added.length > 0);
  if (choices.length === 0) return null;
  return (
    <Menu
      trigger={
        <Button size="small">
          Add all of a record
          <ChevronDown aria-hidden="true" />
        </Button>
      }
    >
      {choices.map(({ label, added }) => (
        <MenuItem key={label} onSelect={() => onAdd(added)}>
          {label}
          <span className="ml-auto pl-4 text-12 text-ink-3">
            {added.length === 1 ? '1 field' : `${added.length} fields`}
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
