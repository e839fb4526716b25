'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { RequestView } from '#components/actions/request-view.tsx';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { FieldValue } from '#components/events/field-value.tsx';
import { Button } from '#components/ui/button.tsx';
import { useClock } from '#components/ui/clock.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { isolated } from '#components/ui/isolated.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { BulkDetail, BulkRowDetail } from '#lib/bulk/bulk.schema.ts';
import { rowStates } from '#lib/bulk/bulk-states.ts';
import { momentText } from '#lib/operations/moment-text.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { api } from '../api.ts';
import { RowStateMark } from './bulk-marks.tsx';
import { cellsTitle, headWords } from './bulk-words.ts';
import { useBulkChanged } from './use-bulk.ts';

/** One row: how it stands and why, what was put right, what it changes, the exact request. */
export function RowDetail({ bulk, number }: { bulk: BulkDetail; number: number }) {
  const row = useQuery(
    api.bulk.row.queryOptions({
      input: { id: bulk.id, number },
      refetchInterval: bulk.state === 'running' || bulk.state === 'reading' ? 2_000 : false,
    }),
  );
  if (row.data) return <RowView bulk={bulk} row={row.data} />;
  if (row.isPending)
    return (
      <div className="p-4">
        <SkeletonText lines={6} label="Reading the row" />
      </div>
    );
  return <QueryError title="The row could not be read" query={row} />;
}

function RowView({ bulk, row }: { bulk: BulkDetail; row: BulkRowDetail }) {
  const { timeZone } = useClock();
  const told = (value: string) => isolated(momentText(value, timeZone));
  const operation = operationNamed(bulk.operation);
  const labels = new Map(
    operation ? operationFields(operation).map(({ key, words }) => [key, words.label]) : [],
  );
  const label = (field: string) => labels.get(field) ?? field;
  const putRight = row.notes.filter((note) => note.kind === 'put-right');
  const today = row.notes.filter((note) => note.kind === 'today').filter(({ told }) => told);
  const others = row.notes.flatMap((note) =>
    note.kind === 'caution' || note.kind === 'side-effect' || note.kind === 'held' ? [note.text] : [],
  );
  const repeated = row.notes.find((note) => note.kind === 'repeat');
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-16 font-medium">Row {row.number}</h2>
          <RowStateMark state={row.state} />
        </div>
        {row.homeowner && <p className="text-13 font-medium">{isolated(row.homeowner)}</p>}
        <p className="text-13 wrap-anywhere">
          <VisibleText text={row.reason ?? rowStates[row.state].meaning} />
        </p>
        {repeated && (
          <p className="text-13">
            <TextLink href={`/bulk/${repeated.bulkId}?row=${repeated.number}`}>
              Open what was sent before
            </TextLink>
          </p>
        )}
        {row.actionId && (
          <p className="text-13">
            <TextLink href={`/actions/${row.actionId}`}>Everything that was sent and answered</TextLink>
            {row.at && (
              <>
                {' '}
                <RelativeTime iso={row.at} focusable />
              </>
            )}
          </p>
        )}
        <RowChoice bulk={bulk} row={row} />
      </header>
      {today.length > 0 && (
        <Section title="In Enerflo">
          <DefinitionList
            items={today.map((note) => ({
              term: label(note.field),
              value: `${note.before === null ? 'empty' : told(note.before)} → ${told(note.after)}`,
            }))}
          />
        </Section>
      )}
      {putRight.length > 0 && (
        <Section title="Put right">
          <DefinitionList
            items={putRight.map((note) => ({
              term: label(note.field),
              value: `${isolated(note.from)} → ${told(note.to)}`,
              note: note.why,
            }))}
          />
        </Section>
      )}
      {others.length > 0 && (
        <Section title="Good to know">
          <ul className="list-disc pl-4 text-13 text-ink-2">
            {others.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {row.request && (
        <Section
          title="What is sent"
          description={row.onlyChanges ? 'Only what differs from Enerflo’s values is sent.' : undefined}
        >
          <RequestView request={row.request} />
        </Section>
      )}
      <Section title={cellsTitle(bulk.columns.origin)}>
        {row.cells === null ? (
          <p className="text-13 text-ink-2">Personal values are hidden from you.</p>
        ) : (
          <DefinitionList
            items={headWords(bulk.columns, operation).map((head, column) => ({
              term: head,
              value: row.cells?.[column] ? <FieldValue value={row.cells[column]} /> : null,
            }))}
          />
        )}
      </Section>
    </article>
  );
}

/** To send it all the same, or to leave it out. */
function RowChoice({ bulk, row }: { bulk: BulkDetail; row: BulkRowDetail }) {
  const may = useMay('operator');
  const changed = useBulkChanged();
  const choose = useMutation(api.bulk.choose.mutationOptions({ onSuccess: changed }));
  if (!may || bulk.state === 'reading' || bulk.state === 'columns' || row.input === null) return null;
  const send = row.state === 'alike' || row.state === 'repeat' || row.state === 'left-out';
  if (!send && row.state !== 'waiting') return null;
  return (
    <div>
      <Button
        size="small"
        busy={choose.isPending}
        onClick={() => choose.mutate({ id: bulk.id, send, numbers: [row.number] })}
      >
        {send ? 'Send it all the same' : 'Leave it out'}
      </Button>
    </div>
  );
}
