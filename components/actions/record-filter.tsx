'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FilterPopover } from '#components/ui/filter-popover.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { recordKinds, recordWords } from './record-words.ts';

const kinds = recordKinds.map(([value, label]) => ({ value, label }));
const firstKind = 'enerflo.install';

/** Narrows actions down to those about one thing in Enerflo, by what it is and its id there. */
export function RecordFilter({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState(firstKind);
  const [id, setId] = useState('');
  return (
    <FilterPopover
      label="About"
      words={value && recordWords(value)}
      open={open}
      onOpenChange={(next) => {
        const at = value?.indexOf(':') ?? -1;
        setKind(at > 0 ? (value?.slice(0, at) ?? firstKind) : firstKind);
        setId(at > 0 ? (value?.slice(at + 1) ?? '') : '');
        setOpen(next);
      }}
    >
      <form
        className="flex flex-col gap-2 p-3"
        onSubmit={(event) => {
          event.preventDefault();
          setOpen(false);
          onChange(id.trim() === '' ? null : `${kind}:${id.trim()}`);
        }}
      >
        <Field label="What">
          <Select options={kinds} value={kind} onChange={(event) => setKind(event.target.value)} />
        </Field>
        <Field label="Its id in Enerflo">
          <Input mono value={id} onChange={(event) => setId(event.target.value)} />
        </Field>
        <Button type="submit" size="small" className="self-start">
          {id.trim() === '' ? 'Show all' : 'Show these'}
        </Button>
      </form>
    </FilterPopover>
  );
}
