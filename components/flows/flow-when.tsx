'use client';

import { useQuery } from '@tanstack/react-query';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { sourceLabel } from '#components/events/source-label.ts';
import { Field } from '#components/ui/field.tsx';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import type { ConnectionItem } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { EventTypeChoice } from './event-type-choice.tsx';
import type { FlowValues } from './flow-values.ts';

/** When the flow starts: the account, and which of its events. */
export function FlowWhen() {
  const { control, formState, setValue } = useFormContext<FlowValues>();
  const connections = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  const { field } = useController({ control, name: 'connectionId' });
  const eventTypes = useWatch({ control, name: 'eventTypes' });
  const accounts = connections.data?.items ?? [];
  const account = accounts.find((each) => each.id === field.value);

  function choose(id: string) {
    const next = accounts.find((each) => each.id === id);
    if (next?.source !== account?.source && eventTypes.length > 0)
      setValue('eventTypes', [], { shouldDirty: true });
    field.onChange(id);
  }

  return (
    <Section title="When" description="The account whose events start this flow, and which events.">
      <div className="flex flex-col gap-4">
        <Field
          label="Account"
          required
          error={
            connections.isError && accounts.length === 0
              ? errorWords(connections.error).message
              : formState.errors.connectionId?.message
          }
        >
          <Select
            ref={field.ref}
            name={field.name}
            value={field.value}
            onBlur={field.onBlur}
            onChange={(event) => choose(event.target.value)}
            placeholder={connections.isPending ? 'Reading the accounts' : 'Choose an account'}
            options={accounts.map((each) => ({ value: each.id, label: accountWords(each) }))}
            className="max-w-80"
          />
        </Field>
        {account && <EventTypeChoice key={account.source} source={account.source} />}
      </div>
    </Section>
  );
}

function accountWords({ source, name, environment }: ConnectionItem): string {
  const label = name === sourceLabel[source] ? name : `${sourceLabel[source]}: ${name}`;
  return environment === 'sandbox' ? `${label} (sandbox)` : label;
}
