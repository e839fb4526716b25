'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { useDebounced } from '#components/flows/use-debounced.ts';
import { useClock } from '#components/ui/clock.tsx';
import type { Choice } from '#lib/enerflo/enerflo.contract.ts';
import type { FieldWords } from '#lib/operations/field-words.ts';
import { api, errorWords } from '../api.ts';
import { ChoiceBox } from './choice-box.tsx';
import { choiceStatus, choicesFreshMs } from './choice-status.ts';
import type { Sought } from './start-values.ts';
import { useSought } from './use-sought.ts';

interface ChoiceFieldProps {
  connectionId: string;
  inputRef?: Ref<HTMLInputElement>;
  words: FieldWords;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  /** What it is found by in Enerflo, where it could not be filled in at once. */
  sought?: Sought;
  /** Told the value that was found so, whatever stands in the field by then. */
  onFound?: (value: string) => void;
  /** The value of the field in which it lies, or by which it is narrowed; null where there is none. */
  within: string | null;
  /** What that field is called: `Install`. */
  withinLabel: string | undefined;
  /** What is looked for when the list first opens: a homeowner's name. */
  firstQuery?: string;
}

/** A field that is chosen by name from what Enerflo has; its id stays out of sight. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { connectionId, words, value, onChange, onBlur, within, withinLabel, firstQuery = '' } = props;
  const { timeZone } = useClock();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [named, setNamed] = useState<Choice | null>(null);
  const waits = words.within !== undefined && !within;
  const picks = words.picks;
  const typed = useDebounced(query.trim(), 200);
  const asked = (q: string) => ({
    id: connectionId,
    picks: picks ?? 'install',
    q: q || undefined,
    within: within || undefined,
    value: words.value ?? ('id' as const),
    timeZone,
  });
  const found = useQuery(
    api.enerflo.choices.queryOptions({
      input: asked(typed),
      enabled: open && !waits && picks !== undefined,
      placeholderData: keepPreviousData,
      staleTime: choicesFreshMs,
      retry: false,
    }),
  );
  const sought = useSought(connectionId, words, props.sought, value === '');
  // What else was filled in for the person is known by its value only.
  const known = [named, sought.choice].find((choice) => choice?.value === value) ?? null;
  const lookup = useQuery(
    api.enerflo.choices.queryOptions({
      input: asked(value),
      enabled: value !== '' && known === null && !waits && picks !== undefined,
      staleTime: choicesFreshMs,
      retry: false,
    }),
  );
  const chosen = value === '' ? null : (known ?? matching(lookup.data?.items, value) ?? unnamed(value));
  const items = found.data?.items ?? [];
  const tell = useEffectEvent((choice: Choice) => props.onFound?.(choice.value));
  // Once: whoever empties the field afterwards wants another.
  useEffect(() => {
    if (sought.choice) tell(sought.choice);
  }, [sought.choice]);
  const box = (
    <ChoiceBox
      inputRef={props.inputRef}
      chosen={chosen}
      choices={items}
      query={query}
      onQueryChange={setQuery}
      onChoose={(choice) => {
        setNamed(choice);
        onChange(choice?.value ?? '');
      }}
      onBlur={onBlur}
      open={open && !waits}
      onOpenChange={(next) => {
        if (next && value === '' && query === '') setQuery(firstQuery);
        setOpen(next);
      }}
      disabled={waits}
      placeholder={
        waits
          ? `Choose the ${(withinLabel ?? 'one it lies in').toLowerCase()} first`
          : sought.looking
            ? 'Looking in Enerflo'
            : placeholders[picks ?? '']
      }
      status={choiceStatus(
        {
          error: found.isError ? errorWords(found.error).message : null,
          looking: found.isFetching || query.trim() !== typed,
          data: found.data,
        },
        items.length,
        typed,
      )}
    />
  );
  if (props.sought === undefined) return box;
  return (
    <>
      {box}
      <p role="status" className="text-12 text-attention empty:hidden">
        {value === '' && sought.words}
      </p>
    </>
  );
}

/** By what each kind of thing is found, where that is not plain. */
const placeholders: { [picks: string]: string } = {
  install: 'Homeowner, phone, address or id',
  customer: 'Name, phone, e-mail, address or id',
  deal: 'Homeowner, phone, address or id',
  user: 'Name or e-mail address',
  appointment: 'Choose an appointment',
  milestone: 'Choose a milestone',
  status: 'Choose a status',
};

function matching(items: readonly Choice[] | undefined, value: string): Choice | undefined {
  return items?.find((item) => item.value === value);
}

/** What is filled in and not (yet) found in Enerflo still shows what it is. */
function unnamed(value: string): Choice {
  return { value, label: value, detail: null };
}
