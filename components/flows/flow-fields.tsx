'use client';

import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { errorWords } from '../api.ts';
import { AddRecordMenu } from './add-record-menu.tsx';
import { FlowFieldRow } from './flow-field-row.tsx';
import { type FlowValues, fieldRow } from './flow-values.ts';
import { rowProblems } from './row-problems.ts';
import { useMappableFields } from './use-mappable-fields.ts';

/** Which fields are sent: what each is called at the destination, and where its value comes from. */
export function FlowFields({ shownType }: { shownType: string | null }) {
  const { control, formState } = useFormContext<FlowValues>();
  const { fields: items, append, remove, move } = useFieldArray({ control, name: 'rows' });
  const [connectionId, eventTypes, rows] = useWatch({
    control,
    name: ['connectionId', 'eventTypes', 'rows'],
  });
  const mappable = useMappableFields(connectionId, eventTypes, shownType);
  const problems = useMemo(() => rowProblems(rows), [rows]);
  const chosen = eventTypes.length > 0;
  const error = formState.errors.rows?.message;

  return (
    <Section
      title="Fields"
      description="On the left the name at the destination (a dot puts it inside another: contact.email), on the right what is sent under it."
    >
      {!chosen && (
        <p className="rounded border border-dashed px-3 py-3 text-13 text-ink-2">
          Choose the account and at least one event above: then the fields it brings can be chosen here.
        </p>
      )}
      {mappable.error !== null && (
        <p role="alert" className="text-13 text-bad">
          The fields could not be read. {errorWords(mappable.error).message}
        </p>
      )}
      {items.length > 0 && (
        <ol aria-label="Fields" className="flex flex-col divide-y rounded border">
          {items.map(({ id }, index) => (
            <FlowFieldRow
              key={id}
              index={index}
              count={items.length}
              mappable={mappable}
              problem={problems.get(index)}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      {error && <p className="text-13 text-bad">{error}</p>}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          data-wrong={error ? 'true' : undefined}
          onClick={() => append(fieldRow('', null), { focusName: `rows.${items.length}.target` })}
        >
          <Plus aria-hidden="true" />
          Add field
        </Button>
        {chosen && (
          <AddRecordMenu
            fields={mappable.fields}
            rows={rows}
            onAdd={(added) =>
              append(
                added.map(({ target, source }) => fieldRow(target, source)),
                { shouldFocus: false },
              )
            }
          />
        )}
      </div>
    </Section>
  );
}
