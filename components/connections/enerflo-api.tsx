'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { api } from '../api.ts';
import { EnerfloApiBudget } from './enerflo-api-budget.tsx';
import { EnerfloApiFacts } from './enerflo-api-facts.tsx';
import { EnerfloApiForm } from './enerflo-api-form.tsx';
import { EnerfloApiTest } from './enerflo-api-test.tsx';

/** How an Enerflo account is called: whether its key is taken, how many requests are left, and in which forms. */
export function EnerfloApi({ id }: { id: string }) {
  const mayChange = useMay('admin');
  const mayTest = useMay('operator');
  const [changing, setChanging] = useState(false);
  const account = useQuery(
    // A key that was just set shows at once; the number of requests that are left runs along.
    api.enerflo.account.queryOptions({ input: { id }, staleTime: 0, refetchInterval: 5_000 }),
  );
  const { data } = account;
  return (
    <>
      <Section
        title="Calling Enerflo"
        description="What people do in Enerflo from here, and what is read from there, goes through its API with the key above."
      >
        {!data && account.isError && <QueryError title="This could not be read" query={account} />}
        {!data && !account.isError && <SkeletonText lines={4} label="Reading how Enerflo is called" />}
        {data?.budget && <EnerfloApiBudget budget={data.budget} />}
        {data && !data.hasKey && (
          <p className="text-13 text-ink-2">Nothing can be called before an API key is set.</p>
        )}
        {data?.hasKey && mayTest && <EnerfloApiTest id={id} />}
      </Section>
      {data && (
        <Section
          title="How Enerflo is called"
          actions={mayChange && <Button onClick={() => setChanging(true)}>Change</Button>}
        >
          <EnerfloApiFacts account={data} />
        </Section>
      )}
      {data && changing && <EnerfloApiForm id={id} account={data} onClose={() => setChanging(false)} />}
    </>
  );
}
