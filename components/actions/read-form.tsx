'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { QueryError } from '#components/console/query-error.tsx';
import { Button } from '#components/ui/button.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { Form } from '#components/ui/form.tsx';
import { JsonTree } from '#components/ui/json-tree.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { api } from '../api.ts';
import { type ActionValues, emptyValues, inputOf } from './action-values.ts';
import { fieldsIn } from './fields-in.ts';
import { fieldsResolver } from './fields-resolver.ts';
import { OperationField } from './operation-field.tsx';
import type { Start } from './start-values.ts';
import { tableOf } from './table-of.ts';

interface ReadFormProps {
  operation: Operation;
  connectionId: string;
  known: ActionValues;
  sought?: Start['sought'];
  firstQuery?: string;
}

/** An operation that only reads: its fields, "Look up", and what Enerflo told. Nothing is changed and nothing is kept. */
export function ReadForm({ operation, connectionId, known, sought, firstQuery }: ReadFormProps) {
  const [fields] = useState(() => operationFields(operation));
  const { timeZone } = useClock();
  const [asked, setAsked] = useState<JsonObject | null>(null);
  const form = useForm<ActionValues>({
    mode: 'onTouched',
    defaultValues: emptyValues(fields, known),
    resolver: fieldsResolver(fields),
  });
  const answer = useQuery(
    api.actions.read.queryOptions({
      input: { connectionId, operation: operation.name, input: asked ?? {}, timeZone },
      enabled: asked !== null,
      staleTime: 0,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
    }),
  );
  return (
    <FormProvider {...form}>
      <div className="flex flex-col gap-6 px-4 pt-2 pb-10">
        <Form
          className="max-w-140"
          onSubmit={form.handleSubmit((values) => {
            const input = inputOf(fields, values);
            if (JSON.stringify(input) === JSON.stringify(asked)) void answer.refetch();
            else setAsked(input);
          })}
        >
          {fields.map((field) => (
            <OperationField
              key={field.key}
              field={field}
              connectionId={connectionId}
              looked={null}
              suffices={false}
              sought={sought?.[field.key]}
              inner={fieldsIn(field, fields)}
              withinLabel={fields.find(({ key }) => key === field.words.within)?.words.label}
              firstQuery={firstQuery}
              onLeave={() => void form.trigger(field.key)}
            />
          ))}
          <div>
            <Button type="submit" busy={answer.isFetching}>
              Look up
            </Button>
          </div>
        </Form>
        {asked !== null && (
          <section aria-label="What Enerflo told" className="flex min-w-0 flex-col gap-3">
            {answer.isPending ? (
              <SkeletonText lines={6} label="Asking Enerflo" />
            ) : answer.isError ? (
              <QueryError title="Nothing was read from Enerflo" query={answer} />
            ) : (
              <ReadAnswer words={answer.data.words} data={answer.data.data} />
            )}
          </section>
        )}
      </div>
    </FormProvider>
  );
}

const mostRows = 200;

function ReadAnswer({ words, data }: { words: string; data: unknown }) {
  const table = tableOf(data);
  return (
    <>
      <p role="status" className="text-13">
        {words}
      </p>
      {table && (
        <section
          aria-label="Table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
          tabIndex={0}
          className="relative max-h-120 overflow-auto rounded border"
        >
          <table className="w-full border-collapse text-13">
            <thead className="sticky top-0 bg-surface-sunken text-left text-12 text-ink-2">
              <tr>
                {table.columns.map((column) => (
                  <th key={column} className="px-3 py-1.5 font-normal whitespace-nowrap">
                    {column.replaceAll('_', ' ')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.slice(0, mostRows).map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no other name and never move
                <tr key={index} className="border-t">
                  {table.columns.map((column) => (
                    <td key={column} className="px-3 py-1.5 align-top wrap-anywhere">
                      {row[column] ?? ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {table && table.rows.length > mostRows && (
        <p className="text-12 text-ink-3">
          The first {mostRows} of {table.rows.length}; all of them are in the data below.
        </p>
      )}
      {data !== null && typeof data === 'object' && <JsonTree value={data} label="Data" />}
    </>
  );
}
