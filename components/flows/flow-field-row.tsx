'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { ConstantInput } from './constant-input.tsx';
import { FieldPicker } from './field-picker.tsx';
import type { FieldSource, FlowValues } from './flow-values.ts';
import { suggestedTarget } from './mappable-field.ts';
import type { MappableFields } from './use-mappable-fields.ts';

interface FlowFieldRowProps {
  index: number;
  count: number;
  mappable: MappableFields;
  /** Why it cannot stand beside the others, known while one types. */
  problem: string | undefined;
  onMove: (to: number) => void;
  onRemove: () => void;
}

/** One row: the name at the destination, and the field or fixed value that is sent under it. */
export function FlowFieldRow({ index, count, mappable, problem, onMove, onRemove }: FlowFieldRowProps) {
  const { control, formState, setValue, getValues } = useFormContext<FlowValues>();
  const target = useController({ control, name: `rows.${index}.target` });
  const row = useWatch({ control, name: `rows.${index}` });
  const wrong = formState.errors.rows?.[index];
  const targetError = wrong?.target?.message ?? problem;
  const sourceError = wrong?.source?.message ?? wrong?.constantText?.message;
  const options = { shouldDirty: true, shouldValidate: formState.isSubmitted };
  const number = index + 1;

  function take(source: FieldSource) {
    setValue(`rows.${index}.kind`, 'field', options);
    setValue(`rows.${index}.source`, source, options);
    if (getValues(`rows.${index}.target`).trim() === '')
      setValue(`rows.${index}.target`, suggestedTarget(source), options);
  }

  return (
    <li className="flex flex-col gap-1 px-2 py-1.5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1.4fr)_auto]">
        <Input
          {...target.field}
          mono
          aria-label={`Name at the destination, field ${number}`}
          aria-invalid={targetError ? true : undefined}
          placeholder="contact.email"
          autoComplete="off"
          spellCheck={false}
        />
        <span aria-hidden="true" className="text-ink-3 max-sm:hidden">
          ←
        </span>
        <div className="min-w-0 max-sm:order-last max-sm:col-span-2">
          {row.kind === 'constant' ? (
            <ConstantInput
              index={index}
              onTakeField={() => setValue(`rows.${index}.kind`, 'field', options)}
            />
          ) : (
            <FieldPicker
              label={`Value of field ${number}`}
              source={row.source}
              mappable={mappable}
              wrong={sourceError !== undefined}
              onChoose={take}
              onConstant={() => setValue(`rows.${index}.kind`, 'constant', options)}
            />
          )}
        </div>
        <span className="flex">
          <IconButton
            label={`Move field ${number} up`}
            size="small"
            icon={<ArrowUp />}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          />
          <IconButton
            label={`Move field ${number} down`}
            size="small"
            icon={<ArrowDown />}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          />
          <IconButton label={`Remove field ${number}`} size="small" icon={<Trash2 />} onClick={onRemove} />
        </span>
      </div>
      {targetError && <p className="text-13 text-bad">{targetError}</p>}
      {sourceError && <p className="text-13 text-bad">{sourceError}</p>}
    </li>
  );
}
