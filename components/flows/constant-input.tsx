'use client';

import { Database } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { constantTypes, constantTypeWords } from './constant.ts';
import type { FlowValues } from './flow-values.ts';

const types = constantTypes.map((value) => ({ value, label: constantTypeWords[value] }));
const yesOrNo = [
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

/** A value that is the same for every event. */
export function ConstantInput({ index, onTakeField }: { index: number; onTakeField: () => void }) {
  const { register, control, formState } = useFormContext<FlowValues>();
  const type = useWatch({ control, name: `rows.${index}.constantType` });
  const wrong = formState.errors.rows?.[index]?.constantText ? true : undefined;
  const label = `Fixed value of field ${index + 1}`;
  return (
    <span className="flex items-center gap-1.5">
      <Select
        aria-label={`Kind of fixed value of field ${index + 1}`}
        options={types}
        className="w-28 shrink-0"
        {...register(`rows.${index}.constantType`)}
      />
      {type === 'boolean' ? (
        <Select
          aria-label={label}
          options={yesOrNo}
          placeholder="Choose"
          aria-invalid={wrong}
          className="min-w-0 flex-1"
          {...register(`rows.${index}.constantText`)}
        />
      ) : (
        <Input
          aria-label={label}
          aria-invalid={wrong}
          mono={type === 'json'}
          inputMode={type === 'number' ? 'decimal' : undefined}
          autoComplete="off"
          placeholder={type === 'text' ? 'Always this text' : undefined}
          {...register(`rows.${index}.constantText`)}
        />
      )}
      <IconButton label="Take a field instead" size="small" icon={<Database />} onClick={onTakeField} />
    </span>
  );
}
