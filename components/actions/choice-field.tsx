'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import { useDebounced } from '#components/flows/use-debounced.ts';
import { useClock } from '#components/ui/clock.tsx';
import type { Choice } from '#lib/enerflo/enerflo.contract.ts';
import type { FieldWords } from '#lib/operations/field-words.ts';
import { api, errorWords } from '../api.ts';
import { ChoiceBox } from './choice-box.tsx';
import { choiceMeant } from './choice-meant.ts';
import { choiceStatus, choicesFreshMs } from './choice-status.ts';
import type { Sought } from './start-values.ts';
import { useSought } from './use-sought.ts';
import { useTypedChoice } from './use-typed-choice.ts';

interface ChoiceFieldProps {
  connectionId: string;
  inputRef?: Ref<HTMLInputElement>;
  words: FieldWords;
  /** The id (or what else is sent) of what is chosen, '' for nothing, or a text for which nothing is (`unchosen`). */
  value: string;
  /** Another choice, or '' for none. */
  onChange: (value: string) => void;
  /** What is typed and not chosen (`unchosen`), or what stood there before it. */
  onType: (value: string) => void;
  /** Told whether somebody types, or what was typed is still looked for: there is nothing to say of it yet. */
  onTyping?: (typing: boolean) => void;
  /** The field was left, and what was typed is chosen or stays. */
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

/**
 * A field that is chosen by name from what Enerflo has; its id stays out of sight. Who types and goes on has chosen where
 * it is plain what they mean (`choiceMeant`); else the text stays.
 */
export function ChoiceField(props: ChoiceFieldProps) {
  const { connectionId, words, value, within, withinLabel, firstQuery = '' } = props;
  const { timeZone } = useClock();
  const [open, setOpen] = useState(false);
  // What the list opens with, which nobody typed.
  const [opening, setOpening] = useState('');
  const [named, setNamed] = useState<Choice | null>(null);
  const waits = words.within !== undefined && !within;
  const picks = words.picks;
  const typing = useTypedChoice(props);
  const { text, leaving } = typing;
  const query = text ?? (open ? opening : '');
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
      enabled: (open || leaving) && !waits && picks !== undefined,
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
      enabled: value !== '' && text === null && known === null && !waits && picks !== undefined,
      staleTime: choicesFreshMs,
      retry: false,
    }),
  );
  const chosen =
    value === '' || text !== null ? null : (known ?? matching(lookup.data?.items, value) ?? unnamed(value));
  const items = found.data?.items ?? [];
  const tell = useEffectEvent((choice: Choice) => props.onFound?.(choice.value));
  // Once: whoever empties the field afterwards wants another.
  useEffect(() => {
    if (sought.choice) tell(sought.choice);
  }, [sought.choice]);
  function choose(choice: Choice | null) {
    setNamed(choice);
    typing.choose(choice?.value ?? '');
    setOpen(false);
  }
  const own = !found.isPlaceholderData;
  // Offline no answer is on its way.
  const answered =
    leaving && (text === null || (typed === text.trim() && !found.isFetching && (own || found.isPaused)));
  const settle = useEffectEvent(() => {
    const meant = text !== null && own && found.isSuccess ? choiceMeant(text, found.data) : null;
    if (meant) setNamed(meant);
    typing.settle(meant?.value ?? null);
  });
  useEffect(() => {
    if (answered) settle();
  }, [answered]);
  const box = (
    <ChoiceBox
      inputRef={props.inputRef}
      chosen={chosen}
      choices={items}
      query={query}
      onType={(next) => {
        setOpening('');
        typing.type(next);
      }}
      onChoose={choose}
      onEscape={() => {
        typing.takeBack();
        setOpen(false);
      }}
      onLeave={() => {
        setOpen(false);
        typing.leave();
      }}
      onComeBack={typing.comeBack}
      open={open && !waits}
      onOpenChange={(next) => {
        if (next) setOpening(value === '' ? firstQuery : '');
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
      looking={found.isPending || found.isPlaceholderData || query.trim() !== typed}
      status={choiceStatus(
        {
          error: found.isError ? errorWords(found.error).message : null,
          looking: found.isFetching || query.trim() !== typed,
          data: found.data,
        },
        items.length,
        typed,
        ofNothing[picks ?? ''],
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
  'appointment-type': 'Name or number',
};

const soughtBy = 'Nothing found. Try a homeowner, street, phone or id.';
/** What to do where nothing is found, of what Enerflo is searched for and of what it does not list. */
const ofNothing: { [picks: string]: string } = {
  install: soughtBy,
  customer: soughtBy,
  deal: soughtBy,
  note: 'No note like this of the last 30 days is at this install. Older ones are deleted in Enerflo itself.',
  'appointment-type':
    'No appointment seen here is of such a type. Type its number: Enerflo has it under Company, Settings, Appointment types.',
};

function matching(items: readonly Choice[] | undefined, value: string): Choice | undefined {
  return items?.find((item) => item.value === value);
}

/** What is filled in and not (yet) found in Enerflo still shows what it is. */
function unnamed(value: string): Choice {
  return { value, label: value, detail: null };
}
