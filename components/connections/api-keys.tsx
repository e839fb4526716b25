'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { ConnectionDetail } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { useAccountChanged } from './use-account-changed.ts';

const descriptions = {
  enerflo:
    'With it this console can read from Enerflo and write to it. Enerflo Support gives it out (guide: “Contact Enerflo Support if you don’t have one yet”).',
  crm: 'With it this console can read from the CRM and write to it.',
  sunnova: '',
};

/** The keys for calling the API of an account: whether they are set, and a field to set them, never their value. */
export function ApiKeys({ account }: { account: ConnectionDetail }) {
  return (
    <Section title="API key" description={descriptions[account.source]}>
      {account.secrets.map((secret) => (
        <ApiKey key={secret.kind} id={account.id} secret={secret} />
      ))}
    </Section>
  );
}

function ApiKey({ id, secret }: { id: string; secret: ConnectionDetail['secrets'][number] }) {
  const mayChange = useMay('admin');
  const changed = useAccountChanged();
  const toast = useToast();
  const { kind, label, setAt, setBy } = secret;
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const save = useMutation(
    api.connections.setSecret.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (connection) => {
        changed(connection);
        setValue('');
        toast({ title: 'The API key is set', tone: 'good' });
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = value.trim().length < 4;
    setWrong(missing ? 'Paste the whole key.' : undefined);
    if (!missing && !save.isPending) save.mutate({ id, kind, value });
  }
  const state = setAt ? (
    <>
      Set by {setBy} <RelativeTime iso={setAt} focusable />. It is stored sealed and never shown again.
    </>
  ) : (
    'Not set.'
  );
  if (!mayChange) return <p className="text-13 text-ink-2">{state}</p>;
  return (
    <Form className="max-w-105 gap-2!" onSubmit={submit}>
      <Field
        label={label}
        help={state}
        error={wrong ?? (save.isError ? errorWords(save.error).message : undefined)}
      >
        <Input
          type="password"
          autoComplete="new-password"
          placeholder={setAt ? 'Paste another key to replace it' : undefined}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={save.isPending}>
          {setAt ? 'Replace API key' : 'Set API key'}
        </Button>
        {setAt && (
          <Button variant="quiet" onClick={() => setRemoving(true)}>
            Remove it
          </Button>
        )}
      </div>
      {removing && <RemoveDialog id={id} secret={secret} onClose={() => setRemoving(false)} />}
    </Form>
  );
}

interface RemoveDialogProps {
  id: string;
  secret: ConnectionDetail['secrets'][number];
  onClose: () => void;
}

function RemoveDialog({ id, secret, onClose }: RemoveDialogProps) {
  const changed = useAccountChanged();
  const remove = useMutation(
    api.connections.removeSecret.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (connection) => {
        changed(connection);
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Remove the ${secret.label}?`}
      consequence="This console cannot call that API any more until a key is set again. Webhooks come as before."
      action="Remove API key"
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id, kind: secret.kind })}
      error={remove.isError ? errorWords(remove.error).message : undefined}
    />
  );
}
