'use client';

import { useState } from 'react';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { dayWords } from './format-day.ts';
import { Input } from './input.tsx';

/** Days as YYYY-MM-DD, both included; null leaves that side open. */
export interface DayFilter {
  from: string | null;
  to: string | null;
}

interface FilterDaysProps {
  /** What is filtered: `Requested`. */
  label: string;
  value: DayFilter;
  onChange: (value: DayFilter) => void;
}

/** A filter by days that have no time: from one to another, both included. */
export function FilterDays({ label, value, onChange }: FilterDaysProps) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const turned = from !== '' && to !== '' && from > to;
  return (
    <FilterPopover
      label={label}
      words={daysWords(value)}
      open={open}
      onOpenChange={(next) => {
        setFrom(value.from ?? '');
        setTo(value.to ?? '');
        setOpen(next);
      }}
    >
      <form
        className="flex flex-col gap-2 p-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (turned) return;
          setOpen(false);
          onChange({ from: from || null, to: to || null });
        }}
      >
        <Field label="First day">
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label="Last day" error={turned ? 'The last day is before the first' : undefined}>
          <Input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </Field>
        <Button type="submit" size="small" className="self-start">
          {from || to ? 'Show these days' : 'Show all days'}
        </Button>
      </form>
    </FilterPopover>
  );
}

function daysWords({ from, to }: DayFilter): string | null {
  if (from && to) return from === to ? dayWords(from) : `${dayWords(from)} to ${dayWords(to)}`;
  if (from) return `since ${dayWords(from)}`;
  return to ? `until ${dayWords(to)}` : null;
}
