'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { type ConnectionAddress, demandSchema } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { useAccountChanged } from './use-account-changed.ts';

const options = [
  { value: 'nothing', label: 'Nothing: the key in the address is enough' },
  { value: 'header', label: 'A header with a secret value' },
  { value: 'basic', label: 'Basic credentials (user name and password)' },
];

/** What a sender must show besides the key in the address. */
export function DemandDialog({ address, onClose }: { address: ConnectionAddress; onClose: () => void }) {
  const formId = useId();
  const changed = useAccountChanged();
  const now = address.headerName !== null ? 'header' : address.username !== null ? 'basic' : 'nothing';
  const [kind, setKind] = useState<string>(now);
  const [name, setName] = useState(address.headerName ?? 'X-Webhook-Secret');
  const [value, setValue] = useState('');
  const [username, setUsername] = useState(address.username ?? '');
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const save = useMutation(
    api.connections.setDemand.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ connection, secret }) => {
        changed(connection, secret);
        onClose();
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const given = { kind, name, value: value === '' ? undefined : value, username };
    const { data: demand, error } = demandSchema.safeParse(given);
    setWrong(Object.fromEntries(error?.issues.map((issue) => [String(issue.path[0]), issue.message]) ?? []));
    if (demand && !save.isPending) save.mutate({ id: address.id, demand });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="What the sender must show besides the key"
      description="It counts at once, and what was asked for before does not any more: change the sender first where it can send both."
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit}>
        <Field label="Ask besides for">
          <Select options={options} value={kind} onChange={(event) => setKind(event.target.value)} />
        </Field>
        {kind === 'header' && (
          <>
            <Field label="Name of the header" required error={wrong.name}>
              <Input mono value={name} spellCheck={false} onChange={(event) => setName(event.target.value)} />
            </Field>
            <Field
              label="Its value"
              optional
              help="Left empty, one is made and shown once. It is kept as a keyed hash only and never shown again."
              error={wrong.value}
            >
              <Input
                type="password"
                autoComplete="new-password"
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            </Field>
          </>
        )}
        {kind === 'basic' && (
          <Field
            label="User name"
            required
            help="The password is made here and shown once."
            error={wrong.username}
          >
            <Input
              autoComplete="off"
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          </Field>
        )}
        {save.isError && (
          <p role="alert" className="text-13 text-bad">
            {errorWords(save.error).message}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
