'use client';

import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { unchosenText } from '#components/actions/unchosen.ts';
import { PageBody } from '#components/layout/page-body.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { Form } from '#components/ui/form.tsx';
import type { BulkColumns, BulkDetail, Fill, Fills } from '#lib/bulk/bulk.schema.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import { api, errorWords } from '../api.ts';
import { checkRequests, durationWords, headWords, rowWords } from './bulk-words.ts';
import { MatchField } from './match-field.tsx';
import { ThrowAway } from './throw-away.tsx';
import { useBulkChanged } from './use-bulk.ts';
import { useColumnChoices } from './use-column-choices.ts';

interface MatchColumnsProps {
  bulk: BulkDetail;
  operation: Operation;
  /** Called once the rows are being checked, and where the columns are left as they were. */
  onDone: () => void;
}

/** The second step: which column fills which field. What was recognised is filled in already. */
export function MatchColumns({ bulk, operation, onDone }: MatchColumnsProps) {
  const { columns, samples } = bulk;
  const { timeZone } = useClock();
  const changed = useBulkChanged();
  const fields = operationFields(operation);
  const choices = useColumnChoices(bulk.id, {
    fills: { ...emptyFills(columns, fields), ...columns.fills },
    askEnerflo: columns.askEnerflo,
  });
  const { fills, askEnerflo } = choices;
  const match = useMutation(
    api.bulk.match.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: async () => {
        choices.forget();
        await changed();
        onDone();
      },
    }),
  );
  const problem = match.isError ? errorWords(match.error) : null;
  const used = new Set(Object.values(fills).flatMap((fill) => ('column' in fill ? [fill.column] : [])));
  const unused = columns.heads.filter((_, index) => !used.has(index));
  const canAsk = operation.current !== undefined || operation.lookalikes !== undefined;

  function setFill(field: string, fill: Fill | null) {
    const { [field]: _, ...others } = fills;
    choices.choose({ fills: fill ? { ...others, [field]: fill } : others });
    match.reset();
  }

  function leave() {
    choices.forget();
    onDone();
  }

  function startAnew() {
    choices.discard();
    match.reset();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // Its field says why, or does once it is looked for.
    if (Object.values(fills).some(isUnchosen))
      return event.currentTarget
        .querySelector<HTMLElement>('[role="combobox"][aria-invalid="true"]')
        ?.focus();
    match.mutate({
      id: bulk.id,
      fills,
      askEnerflo,
      timeZone,
    });
  }

  return (
    <PageBody>
      <Form className="max-w-220 pt-3" onSubmit={submit}>
        {choices.restored && (
          <p className="flex flex-wrap items-center gap-x-3 text-13 text-ink-2">
            What you chose before is back.
            <Button size="small" variant="quiet" onClick={startAnew}>
              Start anew
            </Button>
          </p>
        )}
        <p className="text-13 text-ink-2">
          {bulk.remembered && bulk.state === 'columns'
            ? 'The columns are matched as they were the last time for a file like this. '
            : columns.origin === 'file'
              ? 'What could be recognised is filled in. '
              : 'The selection is filled in. Give the other fields one value for all rows. '}
          {columns.origin === 'file' && unused.length > 0 && `Not used: ${unused.join(', ')}.`}
        </p>
        <div className="flex flex-col divide-y rounded border">
          {fields.map((field) => (
            <MatchField
              key={field.key}
              field={field}
              fields={fields}
              fill={fills[field.key]}
              heads={headWords(columns, operation)}
              samples={samples}
              connectionId={bulk.connectionId}
              error={problem?.fields.find((each) => each.field === field.key)?.message}
              onChange={(fill) => setFill(field.key, fill)}
            />
          ))}
        </div>
        {canAsk && (
          <Checkbox
            checked={askEnerflo}
            onChange={(event) => choices.choose({ askEnerflo: event.target.checked })}
            label={
              operation.lookalikes
                ? 'Look in Enerflo whether somebody like this is there already'
                : 'Look in Enerflo what each one has today'
            }
            help={`Takes ${durationWords(bulk.rows * checkRequests(operation), bulk.perMinute)} for ${rowWords(bulk.rows)}, since Enerflo takes so many requests only.${
              operation.lookalikes ? ' Without it only what this console knows is compared.' : ''
            }`}
          />
        )}
        {problem && problem.fields.length === 0 && (
          <p role="alert" className="text-13 text-bad">
            {problem.message}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={match.isPending}>
            Check {rowWords(bulk.rows)}
          </Button>
          {bulk.state !== 'columns' && <Button onClick={leave}>Leave the columns as they are</Button>}
          <ThrowAway bulk={bulk} />
        </div>
      </Form>
    </PageBody>
  );
}

/** Whether something is typed as one value for all rows for which nothing is chosen. */
function isUnchosen(fill: Fill): boolean {
  return 'value' in fill && unchosenText(fill.value) !== null;
}

/** What a selection lacks is the same for all of it: there is no column to choose. */
function emptyFills({ origin }: BulkColumns, fields: readonly OperationField[]): Fills {
  const lacking = origin === 'selection' ? fields.filter(({ required }) => required) : [];
  return Object.fromEntries(lacking.map(({ key }) => [key, { value: '' }]));
}
