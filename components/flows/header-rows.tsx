'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Input } from '#components/ui/input.tsx';
import type { FlowValues } from './flow-values.ts';

/** Headers that every request carries besides Heliograph's own. */
export function HeaderRows() {
  const { control, register, formState } = useFormContext<FlowValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'destination.headers' });
  const wrong = formState.errors.destination?.headers;
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-13 font-medium">
        Headers <span className="font-normal text-ink-3">(optional)</span>
      </legend>
      {fields.map(({ id }, index) => {
        const message = wrong?.[index]?.name?.message;
        return (
          <div key={id} className="flex flex-col gap-1">
            <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_auto] gap-2">
              <Input
                mono
                aria-label={`Name of header ${index + 1}`}
                aria-invalid={message ? true : undefined}
                placeholder="X-Team"
                spellCheck={false}
                {...register(`destination.headers.${index}.name`)}
              />
              <Input
                mono
                aria-label={`Value of header ${index + 1}`}
                spellCheck={false}
                {...register(`destination.headers.${index}.value`)}
              />
              <IconButton
                label={`Remove header ${index + 1}`}
                icon={<Trash2 />}
                onClick={() => remove(index)}
              />
            </div>
            {message && <p className="text-13 text-bad">{message}</p>}
          </div>
        );
      })}
      <Button
        size="small"
        className="self-start"
        onClick={() =>
          append({ name: '', value: '' }, { focusName: `destination.headers.${fields.length}.name` })
        }
      >
        <Plus aria-hidden="true" />
        Add header
      </Button>
    </fieldset>
  );
}
