'use client';

import { Command } from 'cmdk';
import { Check, ChevronDown, Search } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import { controlClass } from '#components/ui/control-class.ts';
import { useFieldControl } from '#components/ui/field-context.tsx';
import { timeZones, type ZoneChoice, zoneLabel, zoneOffset } from './time-zones.ts';

interface TimeZonePickerProps {
  /** An IANA name; null: as this browser. */
  value: string | null;
  onChange: (zone: string | null) => void;
}

/** The time zone that is chosen; a click searches among all. */
export function TimeZonePicker({ value, onChange }: TimeZonePickerProps) {
  const [open, setOpen] = useState(false);
  const field = useFieldControl();
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button
          type="button"
          {...field}
          className={`${controlClass} flex h-8 items-center gap-2 text-left pointer-coarse:h-10`}
        >
          <span className="min-w-0 flex-1 truncate">
            {value === null ? 'As this browser' : zoneLabel(value)}
          </span>
          <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Time zone"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-40 w-[min(26rem,calc(100vw-2rem))] overflow-hidden rounded border bg-surface-raised text-ink shadow-raised"
        >
          <ZoneList
            value={value}
            onChoose={(zone) => {
              setOpen(false);
              onChange(zone);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const itemClass =
  'flex min-h-8 items-center gap-2 rounded px-2 text-13 data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11';
const groupClass =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3';

function ZoneList({ value, onChoose }: { value: string | null; onChoose: (zone: string | null) => void }) {
  const { american, others } = useMemo(timeZones, []);
  const now = useMemo(() => Date.now(), []);
  const items = (choices: ZoneChoice[]) =>
    choices.map(({ zone, label }) => (
      <Command.Item
        key={zone}
        value={zone}
        keywords={[label, zone.replace(/[/_]/g, ' ')]}
        onSelect={() => onChoose(zone)}
        className={itemClass}
      >
        <Chosen shown={zone === value} />
        <span className="min-w-0 flex-1 truncate">{label}</span>
        <span className="text-12 text-ink-3 tabular-nums">{zoneOffset(zone, now)}</span>
      </Command.Item>
    ));
  return (
    <Command label="Time zones" defaultValue={value ?? 'as this browser'} filter={fits} loop>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          placeholder="Find a place or a zone"
          className="h-10 min-w-0 flex-1 bg-transparent text-14 outline-none pointer-coarse:text-16"
        />
      </div>
      <Command.List className="max-h-[min(20rem,45dvh)] overflow-y-auto p-1">
        <Command.Empty className="px-2 py-3 text-13 text-ink-2">
          No zone is called that. Try the largest city near you.
        </Command.Empty>
        <Command.Item value="as this browser" onSelect={() => onChoose(null)} className={itemClass}>
          <Chosen shown={value === null} />
          As this browser
        </Command.Item>
        <Command.Group heading="United States" className={groupClass}>
          {items(american)}
        </Command.Group>
        <Command.Group heading="All" className={groupClass}>
          {items(others)}
        </Command.Group>
      </Command.List>
    </Command>
  );
}

/** 1 where each word that was typed stands in the zone's name or words, not only its letters in this order. */
function fits(zone: string, typed: string, words: string[] = []): number {
  const text = [zone, ...words].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
    ? 1
    : 0;
}

function Chosen({ shown }: { shown: boolean }) {
  return <Check aria-hidden="true" className={`size-4 shrink-0 ${shown ? '' : 'invisible'}`} />;
}
