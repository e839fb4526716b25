'use client';

import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useRole } from '#components/console/role-context.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { allows } from '#lib/auth/roles.ts';
import { noChangeOrders } from '#lib/operations/no-change-orders.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operations } from '#lib/operations/registry.ts';
import { AccountLine, NotReady } from './account-line.tsx';
import { type OperationGroup, operationGroups } from './operation-groups.ts';
import { useEnerfloAccount } from './use-enerflo-account.ts';

/** The guide's step of which one would look for a way that does not exist. */
const changeOrders = 6;

/** Everything that can be done in Enerflo, by step of the guide. */
export function DoPage() {
  const chosen = useEnerfloAccount();
  const role = useRole();
  const mine = operations.filter((operation) => allows(role, operation.role));
  const ready = chosen.calling?.hasKey !== false && chosen.account !== undefined;
  return (
    <>
      <PageHeader
        title="Do in Enerflo"
        description="You see the exact request and what Enerflo has today before anything is sent."
        actions={
          ready && (
            <>
              <TextLink href="/actions" className="text-13">
                What was done
              </TextLink>
              <LinkButton href="/bulk">Many at once</LinkButton>
            </>
          )
        }
      />
      <PageBody>
        <AccountLine chosen={chosen} />
        <NotReady chosen={chosen} />
        {ready && (
          <div className="gap-x-10 lg:columns-2">
            {operationGroups(mine, [changeOrders]).map((group) => (
              <Group key={group.title} group={group} connectionId={chosen.account?.id} />
            ))}
          </div>
        )}
      </PageBody>
    </>
  );
}

function Group({ group, connectionId }: { group: OperationGroup; connectionId: string | undefined }) {
  const { step, title, operations: found } = group;
  const writes = found.filter(({ kind }) => kind === 'write');
  const reads = found.filter(({ kind }) => kind === 'read');
  const href = ({ name }: Operation) =>
    ({ pathname: `/enerflo/${name}`, query: connectionId ? { account: connectionId } : {} }) as const;
  return (
    <section aria-label={title} className="flex min-w-0 break-inside-avoid flex-col gap-2 pb-7">
      <h2 className="flex items-baseline gap-2 text-14 font-medium">
        {title}
        {step !== null && <span className="text-12 font-normal text-ink-3">guide step {step}</span>}
      </h2>
      {writes.length > 0 && (
        <ul className="flex flex-col divide-y rounded border">
          {writes.map((operation) => (
            <li key={operation.name}>
              <Link
                href={href(operation)}
                className="group flex items-center gap-3 px-3 py-2 hover:bg-surface-hover"
              >
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className="text-14 font-medium">{operation.label}</span>
                  <span className="text-13 text-ink-2">{operation.words}</span>
                </span>
                <ArrowRight aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {step === changeOrders && <p className="text-13 text-ink-2">{noChangeOrders}</p>}
      {reads.length > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-13">
          <span className="text-ink-3">Look up:</span>
          {reads.map((operation) => (
            <TextLink key={operation.name} href={href(operation)} title={operation.words}>
              {operation.label}
            </TextLink>
          ))}
        </p>
      )}
    </section>
  );
}
