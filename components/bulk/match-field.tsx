'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { ChoiceField } from '#components/actions/choice-field.tsx';
import { unchosenText, unchosenWords } from '#components/actions/unchosen.ts';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { Fill } from '#lib/bulk/bulk.schema.ts';
import type { OperationField } from '#lib/operations/operation-fields.ts';

interface MatchFieldProps {
  field: OperationField;
  fields: readonly OperationField[];
  fill: Fill | undefined;
  heads: readonly string[];
  samples: readonly (readonly string[])[];
  connectionId: string;
  error?: string;
  onChange: (fill: Fill | null) => void;
}

const same = 'same';

/** What fills one field: a column with its first values beside it, or one value for all rows. */
export function MatchField({ field, heads, samples, fill, error, onChange, ...rest }: MatchFieldProps) {
  const { words, required } = field;
  const column = fill && 'column' in fill ? fill.column : null;
  const values = column === null ? [] : (samples[column] ?? []);
  const nothing = required ? 'Choose a column' : 'Nothing';
  return (
    <div className="grid gap-x-4 gap-y-2 px-3 py-2.5 sm:grid-cols-2">
      <Field label={words.label} required={required} optional={!required} error={error}>
        <Select
          placeholder={nothing}
          value={fill === undefined ? '' : column === null ? same : String(column)}
          onChange={({ target: { value } }) =>
            onChange(value === '' ? null : value === same ? { value: '' } : { column: Number(value) })
          }
          options={[
            ...heads.map((head, index) => ({ value: String(index), label: head })),
            { value: same, label: 'One value for all rows' },
          ]}
        />
      </Field>
      <div className={clsx('min-w-0', column !== null ? 'sm:pt-7.5' : fill === undefined && 'sm:pt-6')}>
        {column !== null && (
          <p className="truncate text-13 text-ink-3" title={values.join('\n')}>
            {values.length > 0 ? values.join(' · ') : 'No values'}
          </p>
        )}
        {fill && 'value' in fill && (
          <SameValue {...rest} field={field} value={fill.value} onChange={(value) => onChange({ value })} />
        )}
        {fill === undefined && words.hint && <p className="text-12 text-ink-3 sm:pt-1.5">{words.hint}</p>}
      </div>
    </div>
  );
}

type SameValueProps = Pick<MatchFieldProps, 'field' | 'fields' | 'connectionId'> & {
  value: string;
  onChange: (value: string) => void;
};

function SameValue({ field: { key, words }, fields, connectionId, value, onChange }: SameValueProps) {
  const label = `${words.label} for all rows`;
  if (words.kind === 'pick' && words.within === undefined)
    return (
      <SameChoice label={label} words={words} connectionId={connectionId} value={value} onChange={onChange} />
    );
  if (words.choices)
    return (
      <Field label={label}>
        <Select
          placeholder="Choose"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={words.choices.map(([code, name]) => ({ value: code, label: name }))}
        />
      </Field>
    );
  const within = fields.find((each) => each.key === words.within)?.words.label.toLowerCase();
  const help = within ? `By its name, as it is called in each ${within}.` : undefined;
  const control = {
    name: key,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <Field label={label} help={help}>
      {words.kind === 'note' || words.kind === 'long-text' ? (
        <Textarea rows={3} {...control} />
      ) : (
        <Input {...control} />
      )}
    </Field>
  );
}

type SameChoiceProps = Pick<SameValueProps, 'connectionId' | 'value' | 'onChange'> & {
  label: string;
  words: OperationField['words'];
};

function SameChoice({ label, value, onChange, ...rest }: SameChoiceProps) {
  const [typing, setTyping] = useState(false);
  const open = unchosenText(value) !== null;
  return (
    <Field label={label} error={open && !typing ? unchosenWords : undefined}>
      <ChoiceField
        {...rest}
        value={value}
        onChange={onChange}
        onType={onChange}
        onTyping={setTyping}
        onBlur={() => {}}
        within={null}
        withinLabel={undefined}
      />
    </Field>
  );
}
