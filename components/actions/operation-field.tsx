'use client';

import { useState } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { FieldKind, FieldWords } from '#lib/operations/field-words.ts';
import { type ActionValues, blankValue, type FormField, inputOf } from './action-values.ts';
import { ChoiceField } from './choice-field.tsx';
import { DateInput } from './date-input.tsx';
import type { Sought } from './start-values.ts';
import { unchosenText, unchosenWords } from './unchosen.ts';
import type { Looked } from './use-preview.ts';

interface OperationFieldProps {
  field: FormField;
  connectionId: string;
  /** What the server made of the values; null while it was not asked. */
  looked: Looked | null;
  /** Label of the field in which this one lies. */
  withinLabel: string | undefined;
  /** What it is found by in Enerflo, where it could not be filled in at once. */
  sought: Sought | undefined;
  /** Told what it was found to be, before it is filled in with it. */
  onFound?: (value: string) => void;
  /** The fields that lie in this one: chosen anew, they begin anew. */
  inner: readonly string[];
  firstQuery: string | undefined;
  /** Whether the form says enough to be sent: then what had better be there is said as well. */
  suffices: boolean;
  /** What Enerflo said against what stands in it, where it refused that. */
  refused?: string;
  /** Told when the field was left, so that its value is looked at. */
  onLeave: () => void;
}

/** One field of an operation: how it is asked for follows from its kind, what is put right or wrong stands beneath. */
export function OperationField(props: OperationFieldProps) {
  const { field, looked, onLeave } = props;
  const { key, words, required } = field;
  const { control, formState } = useFormContext<ActionValues>();
  const value = useWatch({ control, name: key }) ?? '';
  const missing = formState.errors[key]?.message;
  const [typing, setTyping] = useState(false);
  const open = unchosenText(value) !== null;
  // Nothing is said of a field before it was left; what was filled in for the person was never entered.
  const filledIn = value !== '' && !formState.dirtyFields[key];
  const left = formState.touchedFields[key] === true || formState.isSubmitted || filledIn;
  const same = !open && looked !== null && looked.asked[key] === inputOf([field], { [key]: value })[key];
  const told = left && same ? looked.right : undefined;
  const warned = (left || props.suffices) && same ? looked.right : undefined;
  const problem = open
    ? typing && !formState.isSubmitted
      ? undefined
      : unchosenWords
    : (missing ?? told?.problems.find((each) => each.field === key)?.message ?? props.refused);
  const caution = warned?.cautions.find((each) => each.field === key)?.message;
  const changed = told?.puttingRight.find((each) => each.field === key);
  const long = words.kind === 'note' || words.kind === 'long-text';
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Field label={words.label} help={words.hint} required={required} optional={!required} error={problem}>
        <Control {...props} onLeave={onLeave} onTyping={setTyping} />
      </Field>
      {value === blankValue && <KeepButton name={key} />}
      <div aria-live="polite" className="contents text-12 text-ink-2">
        {changed && !problem && (
          <p className="wrap-anywhere whitespace-pre-line">
            {!long && (
              <>
                <span className="text-ink-3">
                  <VisibleText text={changed.from} />
                </span>
                <span aria-hidden="true"> → </span>
                <span className="sr-only"> becomes </span>
              </>
            )}
            <span className="font-medium text-ink">{changed.to}</span>
            <span className="text-ink-3">, {changed.why}</span>
          </p>
        )}
        {caution && <p className="text-attention">{caution}</p>}
      </div>
    </div>
  );
}

function Control(props: OperationFieldProps & { onTyping: (typing: boolean) => void }) {
  const { field, connectionId, onLeave } = props;
  const { key, words } = field;
  const { control, setValue } = useFormContext<ActionValues>();
  const holder = words.within ?? words.narrowedBy;
  const held = useWatch({ control, name: holder ?? key }) ?? '';
  const within = unchosenText(held) === null ? held : '';
  return (
    <Controller
      control={control}
      name={key}
      render={({ field: input }) => {
        if (input.value === blankValue) return <Input readOnly value="" placeholder="Will be empty" />;
        const shared = {
          // The first wrong field gets the focus by it.
          ref: input.ref,
          name: input.name,
          value: input.value ?? '',
          onChange: input.onChange,
          onBlur: () => {
            input.onBlur();
            onLeave();
          },
        };
        switch (words.kind) {
          case 'pick':
            return (
              <ChoiceField
                // What was chosen in one thing is nothing in another.
                key={words.within ? within : ''}
                connectionId={connectionId}
                words={words}
                inputRef={input.ref}
                value={shared.value}
                onChange={(chosen) => {
                  for (const name of props.inner) setValue(name, '');
                  input.onChange(chosen);
                }}
                // Until another is chosen, what lies in it stays.
                onType={input.onChange}
                onTyping={props.onTyping}
                onBlur={shared.onBlur}
                sought={props.sought}
                onFound={(found) => {
                  props.onFound?.(found);
                  // Nobody typed it: it is as if it had been there from the start.
                  if (shared.value === '') setValue(key, found, { shouldValidate: true });
                }}
                within={holder ? within : null}
                withinLabel={props.withinLabel}
                firstQuery={props.firstQuery}
              />
            );
          case 'yes-no':
            return <Select {...shared} options={yesOrNo} placeholder="Not said" />;
          case 'code':
            return <Select {...shared} options={choicesOf(words)} placeholder="Choose" />;
          case 'note':
          case 'long-text':
            return <Textarea {...shared} rows={4} />;
          case 'date':
            return <DateInput {...shared} connectionId={connectionId} />;
          case 'moment':
            // What was filled in otherwise stays as it is, to be put right.
            return <Input {...shared} type={wall.test(shared.value) ? 'datetime-local' : 'text'} />;
          default:
            return <Input {...shared} {...ways[words.kind]} autoComplete="off" spellCheck={false} />;
        }
      }}
    />
  );
}

/** Takes back that a field is to be set to blank. */
function KeepButton({ name }: { name: string }) {
  const { setValue } = useFormContext<ActionValues>();
  return (
    <Button
      variant="quiet"
      size="small"
      className="-ml-2 self-start"
      onClick={() => setValue(name, '', { shouldDirty: true })}
    >
      Leave it as it is
    </Button>
  );
}

/** A time of day as the browser's own field has it, or none. */
const wall = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?)?$/;

const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

function choicesOf(words: FieldWords) {
  return (words.choices ?? []).map(([value, label]) => ({ value, label }));
}

/** Which keyboard a phone shows. */
const ways: Partial<Record<FieldKind, { inputMode: 'email' | 'tel' | 'numeric' | 'decimal' }>> = {
  email: { inputMode: 'email' },
  phone: { inputMode: 'tel' },
  zip: { inputMode: 'numeric' },
  number: { inputMode: 'decimal' },
};
