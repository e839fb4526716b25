'use client';

import { parseAsBoolean, useQueryState } from 'nuqs';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { BulkDetail } from '#lib/bulk/bulk.schema.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { BulkActions } from './bulk-actions.tsx';
import { BulkStateMark } from './bulk-marks.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { BulkRows } from './bulk-rows.tsx';
import { BulkSteps } from './bulk-steps.tsx';
import { bulkSentence } from './bulk-words.ts';
import { MatchColumns } from './match-columns.tsx';
import { StartPanel } from './start-panel.tsx';
import { useBulk } from './use-bulk.ts';

/** One bulk at the step where it is: its columns, the check of its rows, what it is about to cause, its progress. */
export function BulkPage({ id }: { id: string }) {
  const bulk = useBulk(id);
  if (bulk.data) return <Bulk bulk={bulk.data} />;
  if (bulk.isPending)
    return (
      <PageBody>
        <div className="pt-4">
          <SkeletonText lines={8} label="Reading" />
        </div>
      </PageBody>
    );
  return <QueryError title="This could not be read" query={bulk} />;
}

function Bulk({ bulk }: { bulk: BulkDetail }) {
  const may = useMay('operator');
  const [matching, setMatching] = useQueryState('columns', parseAsBoolean.withDefault(false));
  const operation = operationNamed(bulk.operation);
  const canMatch = may && operation !== undefined && bulk.startedAt === null;
  const matches =
    canMatch &&
    (bulk.state === 'columns' || (matching && (bulk.state === 'ready' || bulk.state === 'stopped')));
  return (
    <>
      <PageHeader
        back={<TextLink href="/bulk">For many at once</TextLink>}
        title={`${bulk.label}: ${bulk.name}`}
        mark={
          <span className="flex items-center gap-2">
            <BulkStateMark state={bulk.state} />
            {bulk.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
          </span>
        }
        description={
          <>
            {bulkSentence(bulk)}{' '}
            <TextLink href={`/accounts/${bulk.connectionId}`}>{bulk.connectionName}</TextLink>
          </>
        }
        actions={
          !matches && (
            <BulkActions bulk={bulk} onMatch={canMatch ? () => void setMatching(true) : undefined} />
          )
        }
      />
      <BulkSteps state={matches ? 'columns' : bulk.state} started={bulk.startedAt !== null} />
      {matches && operation ? (
        <MatchColumns key={bulk.id} bulk={bulk} operation={operation} onDone={() => void setMatching(null)} />
      ) : (
        <>
          <BulkProgress bulk={bulk} />
          {may && (bulk.state === 'ready' || bulk.state === 'stopped') && (
            <StartPanel key={bulk.state} bulk={bulk} />
          )}
          <BulkRows bulk={bulk} />
        </>
      )}
    </>
  );
}
