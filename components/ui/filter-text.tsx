'use client';

import { useState } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { Input } from './input.tsx';

interface FilterTextProps {
  /** What is filtered: `Sender`. */
  label: string;
  /** Above the field, what to type: `Network address`. */
  fieldLabel: string;
  help?: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** A filter by a text that is known exactly. */
export function FilterText({ label, fieldLabel, help, value, onChange }: FilterTextProps) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  return (
    <FilterPopover
      label={label}
      words={value}
      open={open}
      onOpenChange={(next) => {
        setText(value ?? '');
        setOpen(next);
      }}
    >
      <form
        className="flex flex-col gap-2 p-3"
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          onChange(text.trim() || null);
        }}
      >
        <Field label={fieldLabel} help={help}>
          <Input mono value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
        </Field>
        <Button type="submit" size="small" className="self-start">
          {text.trim() === '' ? 'Show all' : 'Show these'}
        </Button>
      </form>
    </FilterPopover>
  );
}
