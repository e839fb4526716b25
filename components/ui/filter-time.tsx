'use client';

import { Check } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { useClock } from './clock.tsx';
import { Field } from './field.tsx';
import { FilterPopover } from './filter-popover.tsx';
import { compactTime } from './format-time.ts';
import { Input } from './input.tsx';
import { instantOf, wallTime } from './wall-time.ts';

export interface TimeFilter {
  /** A range that moves with the clock, by its value in `ranges`. */
  range: string | null;
  /** Instants, ISO 8601 UTC; from the first on, up to but without the second. */
  from: string | null;
  to: string | null;
}

interface FilterTimeProps {
  label: string;
  value: TimeFilter;
  /** `{ value: '24h', label: 'Last 24 hours' }` */
  ranges: readonly { value: string; label: string }[];
  onChange: (value: TimeFilter) => void;
}

const anyTime: TimeFilter = { range: null, from: null, to: null };

/** A filter by time: a range that moves with the clock, or two exact times in the reader's zone. */
export function FilterTime({ label, value, ranges, onChange }: FilterTimeProps) {
  const [open, setOpen] = useState(false);
  const choose = (next: TimeFilter) => {
    setOpen(false);
    onChange(next);
  };
  const choices = [
    { label: 'Any time', value: anyTime },
    ...ranges.map((range) => ({ label: range.label, value: { ...anyTime, range: range.value } })),
  ];
  const exact = value.from !== null || value.to !== null;
  return (
    <FilterPopover label={label} words={useTimeWords(value, ranges)} open={open} onOpenChange={setOpen}>
      <ul className="p-1">
        {choices.map((choice) => {
          const chosen = !exact && choice.value.range === value.range;
          return (
            <li key={choice.label}>
              <button
                type="button"
                aria-pressed={chosen}
                onClick={() => choose(choice.value)}
                className="flex h-8 w-full items-center gap-2 rounded px-2 text-left text-13 hover:bg-surface-hover pointer-coarse:h-10"
              >
                <Check aria-hidden="true" className={`size-4 ${chosen ? '' : 'invisible'}`} />
                {choice.label}
              </button>
            </li>
          );
        })}
      </ul>
      <ExactTimes value={value} onChoose={choose} />
    </FilterPopover>
  );
}

function ExactTimes({ value, onChoose }: { value: TimeFilter; onChoose: (value: TimeFilter) => void }) {
  const { timeZone } = useClock();
  const [from, setFrom] = useState(() => wallTime(value.from ?? '', timeZone));
  const [to, setTo] = useState(() => wallTime(value.to ?? '', timeZone));
  const turned = from !== '' && to !== '' && from >= to;
  return (
    <form
      className="flex flex-col gap-2 border-t p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!turned) onChoose({ range: null, from: instantOf(from, timeZone), to: instantOf(to, timeZone) });
      }}
    >
      <Field label="From">
        <Input type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field
        label="Before"
        help={`In your time zone, ${timeZone}`}
        error={turned ? 'The end has to be after the start' : undefined}
      >
        <Input type="datetime-local" value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <Button type="submit" size="small" className="self-start" disabled={from === '' && to === ''}>
        Show these times
      </Button>
    </form>
  );
}

/** What is chosen, in words; null for any time. */
function useTimeWords(value: TimeFilter, ranges: FilterTimeProps['ranges']): string | null {
  const { now, timeZone } = useClock();
  if (value.range) return ranges.find((range) => range.value === value.range)?.label ?? value.range;
  const at = (iso: string) => compactTime(iso, now, timeZone).replace(/:\d\d$/, '');
  if (value.from && value.to) return `${at(value.from)} to ${at(value.to)}`;
  if (value.from) return `since ${at(value.from)}`;
  return value.to ? `before ${at(value.to)}` : null;
}
