'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { sourceLabel } from '#components/events/source-label.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { RefusalDetail } from '#lib/ingest/refusals.contract.ts';
import { api, errorWords } from '../api.ts';

const noAccounts: never[] = [];

/** Asks for what the request itself did not tell (account, name of the event), then takes it in after all. */
export function ReleaseDialog({ refusal, onClose }: { refusal: RefusalDetail; onClose: () => void }) {
  const formId = useId();
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const connections = useQuery(api.connections.list.queryOptions());
  const all = connections.data?.items ?? noAccounts;
  const accounts = all.filter((account) => account.source === refusal.source);
  const [chosen, setChosen] = useState<string | null>(null);
  const [eventName, setEventName] = useState('');
  const connectionId =
    chosen ?? refusal.connectionId ?? (accounts.length === 1 ? accounts[0]?.id : undefined);
  const [missing, setMissing] = useState(false);

  const release = useMutation(
    api.refusals.release.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ eventId, status }) => {
        toast({
          title: status === 'duplicate' ? 'Released: its content had come already' : 'Released',
          description:
            status === 'duplicate' ? 'It counts as a copy of that event and is not sent twice.' : undefined,
          tone: 'good',
          action: { label: 'Open event', onClick: () => router.push(`/events/${eventId}`) },
        });
        onClose();
        return Promise.all([
          queries.invalidateQueries({ queryKey: api.refusals.key() }),
          queries.invalidateQueries({ queryKey: api.events.key() }),
        ]);
      },
    }),
  );
  const refused = release.isError ? errorWords(release.error) : null;
  const accountError = refused?.fields.find((each) => each.field === 'connectionId')?.message;

  function send(event: FormEvent) {
    event.preventDefault();
    if (release.isPending) return;
    if (!connectionId) return setMissing(true);
    release.mutate({ id: refusal.id, connectionId, eventName: eventName.trim() || undefined });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Release this request"
      description="It becomes an event as of its first arrival, and flows that wait for such events start."
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={release.isPending}>
            Release
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={send}>
        <Field
          label="Account"
          required
          help={refusal.connectionId ? undefined : 'The request did not say which account it belongs to.'}
          error={accountError ?? (missing && !connectionId ? 'Choose an account.' : undefined)}
        >
          <Select
            placeholder={connections.isPending ? 'Reading the accounts' : 'Choose an account'}
            value={connectionId ?? ''}
            onChange={(event) => setChosen(event.target.value)}
            options={accounts.map(({ id, name, environment }) => ({
              value: id,
              label: environment === 'sandbox' ? `${name} (sandbox)` : name,
            }))}
          />
        </Field>
        {refusal.source !== 'sunnova' && (
          <Field
            label="Name of the event"
            optional
            help={
              refusal.eventName
                ? `The address said “${refusal.eventName}”. Give another only if that is wrong.`
                : `Only where the data names none, such as ${refusal.source === 'crm' ? 'contact.updated' : 'new_customer'}.`
            }
          >
            <Input mono value={eventName} onChange={(event) => setEventName(event.target.value)} />
          </Field>
        )}
        {connections.isError && (
          <p role="alert" className="text-13 text-bad">
            The accounts of {sourceLabel[refusal.source]} could not be read.{' '}
            {errorWords(connections.error).message}
          </p>
        )}
        {refused && !accountError && (
          <p role="alert" className="text-13 text-bad">
            {refused.message}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
