'use client';

import { useFormContext } from 'react-hook-form';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { type ActionValues, blankValue, type FormField } from './action-values.ts';

/** Sets a field to blank in Enerflo, which is not the same as leaving it out. Shown where a form has such fields. */
export function BlankChoice({ fields }: { fields: readonly FormField[] }) {
  const { setValue, watch } = useFormContext<ActionValues>();
  const values = watch();
  const left = fields.filter(({ key, blank }) => blank && values[key] !== blankValue);
  if (left.length === 0) return null;
  return (
    <Field label="Make a field empty in Enerflo" help="What you leave empty above stays as it is.">
      <Select
        placeholder="Choose a field"
        options={left.map(({ key, words }) => ({ value: key, label: words.label }))}
        value=""
        onChange={({ target }) =>
          target.value && setValue(target.value, blankValue, { shouldDirty: true, shouldValidate: true })
        }
      />
    </Field>
  );
}
