'use client';

import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { AccountLine, NotReady } from './account-line.tsx';
import { ActionForm } from './action-form.tsx';
import { ReadForm } from './read-form.tsx';
import { useEnerfloAccount } from './use-enerflo-account.ts';
import { useStartValues } from './use-start-values.ts';

/** The form of one operation; opened from an event, a record or a case it is filled in already. */
export function OperationPage({ name }: { name: string }) {
  const operation = operationNamed(name);
  if (!operation) {
    return (
      <>
        <PageHeader title="Do in Enerflo" back={<TextLink href="/enerflo">Do in Enerflo</TextLink>} />
        <EmptyState
          title="There is nothing of this name to do"
          action={<LinkButton href="/enerflo">See what can be done</LinkButton>}
        >
          The address may be one of an older version.
        </EmptyState>
      </>
    );
  }
  return <KnownOperation operation={operation} />;
}

function KnownOperation({ operation }: { operation: Operation }) {
  const address = useSearchParams();
  const start = useStartValues(operation, address);
  const chosen = useEnerfloAccount({
    fixed: start.connectionId ?? undefined,
    environment: start.environment,
  });
  const [round, setRound] = useState(0);
  const { account, calling } = chosen;
  const filled = round === 0 && calling ? start.start(calling.settings) : null;
  return (
    <>
      <PageHeader
        title={operation.label}
        description={operation.words}
        mark={operation.guideStep && <Badge>{operation.guideStep}</Badge>}
        back={<TextLink href="/enerflo">Do in Enerflo</TextLink>}
        actions={
          operation.kind === 'write' &&
          account && (
            <TextLink
              href={{ pathname: '/bulk/new', query: { account: account.id, operation: operation.name } }}
              className="text-13"
            >
              For many at once
            </TextLink>
          )
        }
      />
      <div className="flex flex-col gap-2 px-4 pb-3">
        <AccountLine chosen={chosen} locked={start.connectionId !== null} />
        {start.from && round === 0 && (
          <p className="text-13 text-ink-2">
            Filled in from <TextLink href={start.from.href}>{start.from.words}</TextLink>.
            {start.note && ` ${start.note}`}
          </p>
        )}
      </div>
      <NotReady chosen={chosen} />
      {start.failed && <QueryError title="What it was opened from could not be read" query={start.failed} />}
      {account && calling?.hasKey && start.ready && (
        <Form
          // Another account is another form, and so is one opened from something else; "Do another" begins anew,
          // without what the address filled in.
          key={`${account.id} ${start.openedFrom} ${round}`}
          operation={operation}
          connectionId={account.id}
          known={filled?.values ?? {}}
          sought={filled?.sought}
          firstQuery={start.firstQuery}
          eventId={round === 0 ? start.eventId : undefined}
          openedFrom={round === 0 ? start.openedFrom : ''}
          updates={round === 0 ? start.updates : null}
          onAnother={() => setRound(round + 1)}
        />
      )}
      {(chosen.query.isPending || (account && !calling) || !start.ready) && !start.failed && (
        <PageBody>
          <SkeletonText lines={6} label="Reading the form" />
        </PageBody>
      )}
    </>
  );
}

function Form(props: Parameters<typeof ActionForm>[0]) {
  return props.operation.kind === 'read' ? <ReadForm {...props} /> : <ActionForm {...props} />;
}
