'use client';

import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { isolated, longestLine } from '#components/ui/isolated.ts';
import { TextLine } from '#components/ui/text-line.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { MappableField } from '#lib/flows/flows.contract.ts';
import { mappingSourceSchema } from '#lib/mapping/mapping.schema.ts';
import type { FieldSource } from './flow-values.ts';
import { fieldKey, fieldPathWords, searchFields } from './mappable-field.ts';
import type { MappableFields } from './use-mappable-fields.ts';

/** More than this is not looked through by eye. */
const most = 150;
const itemClass =
  'flex min-h-8 items-baseline gap-3 rounded px-2 py-1.5 text-13 data-[selected=true]:bg-surface-hover pointer-coarse:min-h-11';

interface FieldPickerListProps {
  mappable: MappableFields;
  onChoose: (source: FieldSource) => void;
  onConstant: () => void;
}

/** Search among the fields: type, arrows, Enter. Each stands with its value in the latest event. */
export function FieldPickerList({ mappable, onChoose, onConstant }: FieldPickerListProps) {
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const found = useMemo(() => searchFields(mappable.fields, searched), [mappable.fields, searched]);
  const groups = useMemo(() => Map.groupBy(found.slice(0, most), (field) => field.group), [found]);
  const typed = typedField(query, found);
  return (
    <Command label="Fields" shouldFilter={false} loop>
      <div className="flex items-center gap-2 border-b px-3">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          value={query}
          onValueChange={setQuery}
          placeholder="Find by name, path or value"
          className="h-10 flex-1 bg-transparent text-14 outline-none pointer-coarse:text-16"
        />
      </div>
      <Command.List className="max-h-[min(22rem,50dvh)] overflow-y-auto p-1">
        {[...groups].map(([group, fields]) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3"
          >
            {fields.map((field) => (
              <FieldItem key={fieldKey(field.source)} field={field} onChoose={onChoose} />
            ))}
          </Command.Group>
        ))}
        {typed && (
          <Command.Item value="typed" onSelect={() => onChoose(typed)} className={itemClass}>
            Take <code className="font-mono text-12">{fieldPathWords(typed)}</code> of the data
          </Command.Item>
        )}
        <Command.Item value="fixed value" onSelect={onConstant} className={itemClass}>
          A fixed value instead
        </Command.Item>
      </Command.List>
      <p role="status" className="border-t px-3 py-1.5 text-12 text-ink-3">
        {statusWords(mappable, found.length)}
      </p>
    </Command>
  );
}

function FieldItem({ field, onChoose }: { field: MappableField; onChoose: (source: FieldSource) => void }) {
  return (
    <Command.Item
      value={fieldKey(field.source)}
      onSelect={() => onChoose(field.source)}
      className={itemClass}
      title={isolated(fieldPathWords(field.source))}
    >
      <span
        className={`min-w-0 flex-1 wrap-anywhere ${field.source.kind === 'field' ? 'font-mono text-12' : ''}`}
      >
        <VisibleText text={field.label} most={longestLine} />
      </span>
      <TextLine className="max-w-[45%] truncate text-12 text-ink-3" text={field.sample ?? 'no value'} />
    </Command.Item>
  );
}

/** What was typed as a field of the data, for those that the latest event happens not to have. */
function typedField(query: string, found: readonly MappableField[]): FieldSource | null {
  const path = query.trim();
  if (path === '' || /\s/.test(path)) return null;
  if (found.some(({ source }) => source.kind === 'field' && source.path === path)) return null;
  const source = mappingSourceSchema.safeParse({ kind: 'field', path });
  return source.success && source.data.kind === 'field' ? source.data : null;
}

function statusWords({ fields, isPending }: MappableFields, found: number): string {
  if (isPending) return 'Reading the fields';
  if (fields.length === 0) return 'Nothing is known of these fields until such an event has come.';
  if (found === 0) return 'No field fits.';
  return found > most
    ? `${found} fields fit: type to narrow them down.`
    : `${found} of ${fields.length} fields`;
}
