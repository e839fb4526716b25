'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import {
  type DestinationDto,
  destinationAuths,
  destinationMethods,
} from '#lib/destinations/destination.schema.ts';
import { FlowOrdering } from './flow-ordering.tsx';
import type { FlowValues } from './flow-values.ts';
import { HeaderRows } from './header-rows.tsx';
import { PrivateAddressNote } from './private-address-note.tsx';
import { SignInFields } from './sign-in-fields.tsx';

const methods = destinationMethods.map((value) => ({ value, label: value }));
const auths = Object.entries(destinationAuths).map(([value, label]) => ({ value, label }));

/** Where the flow sends: address, headers, sign-in, and how careful it has to be. `stored` is what is saved. */
export function FlowDestination({ stored }: { stored: DestinationDto | null }) {
  const { register, control, formState } = useFormContext<FlowValues>();
  const auth = useWatch({ control, name: 'destination.auth' });
  const wrong = formState.errors.destination;
  return (
    <Section title="Send to" description="The system that gets the fields, as one request for each event.">
      <div className="flex flex-col gap-4">
        <Field label="Destination name" required error={wrong?.name?.message}>
          <Input
            autoComplete="off"
            placeholder="CRM contacts"
            {...register('destination.name')}
            className="max-w-80"
          />
        </Field>
        <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
          <Field label="Method" error={wrong?.method?.message}>
            <Select options={methods} {...register('destination.method')} />
          </Field>
          <Field label="Address" required error={wrong?.url?.message}>
            <Input
              mono
              type="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://crm.example.com/contacts"
              {...register('destination.url')}
            />
          </Field>
        </div>
        <PrivateAddressNote />
        <Field label="Sign-in" error={wrong?.auth?.message}>
          <Select options={auths} {...register('destination.auth')} className="max-w-80" />
        </Field>
        {auth !== 'none' && <SignInFields auth={auth} stored={stored} />}
        <HeaderRows />
        <Checkbox
          label="The destination recognises repeats"
          help="Every try of a delivery carries the same Idempotency-Key. If the destination takes the second one as a repeat, a request whose answer got lost is sent again by itself. Otherwise it waits for you as “May have arrived: check”."
          {...register('destination.repeatSafe')}
        />
        <FlowOrdering />
      </div>
    </Section>
  );
}
