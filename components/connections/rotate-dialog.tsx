'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Select } from '#components/ui/select.tsx';
import type { Source } from '#lib/catalog/event-type.ts';
import { type CredentialKind, overlapSchema, overlaps } from '#lib/connections/connection-kinds.schema.ts';
import type { ConnectionAddress } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';
import { credentialWords } from './credential-words.ts';
import { useAccountChanged } from './use-account-changed.ts';

interface RotateDialogProps {
  address: ConnectionAddress;
  source: Source;
  kind: CredentialKind;
  onClose: () => void;
}

const options = overlapSchema.options.map((value) => ({ value, label: overlaps[value].label }));

/** Explains what happens to the old one, asks for how long it stays valid, and makes a new one. */
export function RotateDialog({ address, source, kind, onClose }: RotateDialogProps) {
  const formId = useId();
  const changed = useAccountChanged();
  const [keep, setKeep] = useState<(typeof overlapSchema.options)[number]>('1d');
  const words = credentialWords[kind];
  const rotate = useMutation(
    api.connections.rotate.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ connection, secret }) => {
        changed(connection, secret);
        onClose();
      },
    }),
  );
  function make(event: FormEvent) {
    event.preventDefault();
    if (!rotate.isPending) rotate.mutate({ id: address.id, kind, keep });
  }
  const old = kind === 'key' ? 'The old address' : `The old ${words.name}`;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.rotate}
      description={`The new one is shown once, to copy. ${old} goes on working beside it for as long as you say, so that nothing is lost while ${source === 'sunnova' ? 'Sunnova changes it' : 'the sender is changed'}; after that it is refused.`}
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={rotate.isPending}>
            {words.rotate}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={make}>
        <Field
          label={`${old} stays valid for`}
          help="It can be ended at any time before. Was it seen by somebody it was not meant for? Make the new one, then end the old one at once."
        >
          <Select
            options={options}
            value={keep}
            onChange={(event) => setKeep(overlapSchema.catch('1d').parse(event.target.value))}
          />
        </Field>
        {rotate.isError && (
          <p role="alert" className="text-13 text-bad">
            {errorWords(rotate.error).message}
          </p>
        )}
      </Form>
    </Dialog>
  );
}
