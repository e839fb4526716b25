'use client';

import { Command } from 'cmdk';
import { Check, Search } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { eventTypeGroups } from '#components/flows/event-type-groups.ts';
import { useEventTypes } from '#components/flows/use-event-types.ts';
import { VisibleText } from '#components/ui/visible-text.tsx';
import { sources } from '#lib/catalog/event-type.ts';
import { sourceLabel } from './source-label.ts';

export type SeenType = { type: string; label: string };
export type TypeChoice = { type: string | null; stage: string | null };

interface EventTypeListProps extends TypeChoice {
  /** Types that came and may be in no catalog. */
  seen: readonly SeenType[];
  onChoose: (chosen: TypeChoice) => void;
}

const itemClass =
  'flex min-h-8 items-center gap-2 rounded px-2 py-1 text-13 data-[selected=true]:bg-surface-hover pointer-coarse:min-h-10';

/** All types of events to choose from, by source and stage; what one types narrows them down. */
export function EventTypeList({ type, stage, seen, onChoose }: EventTypeListProps) {
  const [query, setQuery] = useState('');
  const types = useEventTypes();
  // Rows that come while one chooses do not change the list.
  const [seenFirst] = useState(seen);
  const groups = useMemo(() => {
    const catalog = types.data?.items ?? [];
    const known = new Set(catalog.map(({ name }) => name));
    return sources.flatMap((source) => {
      const others = [...seenFirst, ...(type ? [{ type, label: type }] : [])]
        .filter(({ type: name }) => name.startsWith(`${source}.`) && !known.has(name))
        .map(({ type: name, label }) => ({ name, label, deprecated: false }));
      return eventTypeGroups(catalog, source, { seen: others, chosen: [] }).map((group) => ({
        ...group,
        heading: group.heading.includes(sourceLabel[source])
          ? group.heading
          : `${sourceLabel[source]}: ${group.heading.charAt(0).toLowerCase()}${group.heading.slice(1)}`,
        stage: catalog.find(({ name }) => name === group.types[0]?.name)?.guideStage ?? null,
      }));
    });
  }, [types.data, seenFirst, type]);
  const typed = query.trim();
  const typedName = /^[\w.-]+\.[\w.-]+$/.test(typed) ? typed : null;
  return (
    <Command label="Event types" loop>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder="Find an event, a stage or a type"
          className="h-10 flex-1 bg-transparent text-14 outline-none pointer-coarse:text-16"
        />
      </div>
      <Command.List className="max-h-[min(24rem,50dvh)] overflow-y-auto p-1">
        <TypeItem
          value="any event"
          chosen={!type && !stage}
          onSelect={() => onChoose({ type: null, stage: null })}
        >
          Any event
        </TypeItem>
        {groups.map((group) => (
          <Command.Group
            key={group.heading}
            heading={group.heading}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3"
          >
            {group.stage && group.types.length > 1 && (
              <TypeItem
                value={`stage ${group.stage}`}
                keywords={[group.heading]}
                chosen={stage === group.stage}
                onSelect={() => onChoose({ type: null, stage: group.stage })}
              >
                All of {group.stage}
              </TypeItem>
            )}
            {group.types.map(({ name, label, deprecated }) => (
              <TypeItem
                key={name}
                value={name}
                keywords={[label, group.heading]}
                chosen={type === name}
                onSelect={() => onChoose({ type: name, stage: null })}
              >
                <VisibleText text={label} />
                {deprecated && <span className="text-12 text-ink-3"> deprecated</span>}
              </TypeItem>
            ))}
          </Command.Group>
        ))}
        {typedName && !groups.some((group) => group.types.some(({ name }) => name === typedName)) && (
          <Command.Item
            forceMount
            value={`typed ${typedName}`}
            onSelect={() => onChoose({ type: typedName, stage: null })}
            className={itemClass}
          >
            Events of the type <code className="font-mono text-12">{typedName}</code>
          </Command.Item>
        )}
        <Command.Empty className="px-3 py-6 text-center text-13 text-ink-2">
          {types.isPending ? 'Reading the events' : 'No event is called that'}
        </Command.Empty>
      </Command.List>
    </Command>
  );
}

function TypeItem({
  value,
  keywords,
  chosen,
  onSelect,
  children,
}: {
  value: string;
  keywords?: string[];
  chosen: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item value={value} keywords={keywords} onSelect={onSelect} className={itemClass} title={value}>
      <Check aria-hidden="true" className={`size-4 shrink-0 ${chosen ? '' : 'invisible'}`} />
      <span className="min-w-0 flex-1">{children}</span>
    </Command.Item>
  );
}
