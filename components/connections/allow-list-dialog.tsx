'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { allowEntrySchema, type ConnectionAddress } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { useAccountChanged } from './use-account-changed.ts';

/** Which network addresses may send to an incoming address. */
export function AllowListDialog({ address, onClose }: { address: ConnectionAddress; onClose: () => void }) {
  const formId = useId();
  const changed = useAccountChanged();
  const [text, setText] = useState(address.allowList.join('\n'));
  const [wrong, setWrong] = useState<string>();
  const save = useMutation(
    api.connections.setAllowList.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (connection) => {
        changed(connection);
        onClose();
      },
    }),
  );
  function submit(event: FormEvent) {
    event.preventDefault();
    const allowList = text.split(/[\s,;]+/).filter(Boolean);
    const bad = allowList.find((entry) => !allowEntrySchema.safeParse(entry).success);
    setWrong(
      bad &&
        `“${bad}” is neither an address, such as 203.0.113.7, nor a block, such as 203.0.113.0/24. Names cannot be used here.`,
    );
    if (bad === undefined && !save.isPending) save.mutate({ id: address.id, allowList });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Who may send to this address"
      description="A request from elsewhere is answered 403 and waits under Refused, also with the right key."
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
        <Field
          label="Addresses and blocks"
          optional
          help="One on each line. Leave it empty to take requests from anywhere. Neither Enerflo nor Sunnova says from which addresses it sends: look at “who sent it” in a few events first. Behind a proxy this needs the setting TRUST_PROXY."
          error={wrong ?? (save.isError ? errorWords(save.error).message : undefined)}
        >
          <Textarea
            mono
            rows={4}
            spellCheck={false}
            value={text}
            placeholder="203.0.113.0/24"
            onChange={(event) => {
              setText(event.target.value);
              setWrong(undefined);
            }}
          />
        </Field>
      </Form>
    </Dialog>
  );
}
