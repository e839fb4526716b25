'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { type ConnectionDetail, connectionNameSchema } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { useAccountChanged } from './use-account-changed.ts';

/** Gives an account another name. */
export function RenameDialog({ account, onClose }: { account: ConnectionDetail; onClose: () => void }) {
  const formId = useId();
  const changed = useAccountChanged();
  const [name, setName] = useState(account.name);
  const [wrong, setWrong] = useState<string>();
  const rename = useMutation(
    api.connections.change.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (connection) => {
        changed(connection);
        onClose();
      },
    }),
  );
  function save(event: FormEvent) {
    event.preventDefault();
    const parsed = connectionNameSchema.safeParse(name);
    setWrong(parsed.error?.issues[0]?.message);
    if (parsed.success && !rename.isPending) rename.mutate({ id: account.id, name: parsed.data });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Rename “${account.name}”`}
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={rename.isPending}>
            Rename
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={save}>
        <Field
          label="Name"
          required
          error={wrong ?? (rename.isError ? errorWords(rename.error).message : undefined)}
        >
          <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </Field>
      </Form>
    </Dialog>
  );
}
