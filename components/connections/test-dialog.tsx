'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ConnectionDetail, TestAnswer } from '#lib/connections/connections.contract.ts';
import { api, errorWords } from '../api.ts';

/** Sends a sample through the real door, and shows what a sender would have been answered. */
export function TestDialog({ account, onClose }: { account: ConnectionDetail; onClose: () => void }) {
  const formId = useId();
  const { id, source, heard, addresses } = account;
  const options = heard
    .filter(({ hasSample }) => hasSample)
    .map(({ type, label }) => ({ value: type, label: `${label} (${type})` }));
  const [type, setType] = useState(options[0]?.value ?? '');
  const [name, setName] = useState('contact.updated');
  const [unnamed, setUnnamed] = useState(false);
  const onlyFrom = addresses.flatMap(({ allowList }) => allowList);
  const test = useMutation(api.connections.test.mutationOptions({ meta: { showsItsErrors: true } }));
  function send(event: FormEvent) {
    event.preventDefault();
    const chosen = source === 'crm' ? `crm.${name.trim()}` : type;
    setUnnamed(chosen === 'crm.');
    if (!test.isPending && chosen !== 'crm.') test.mutate({ id, type: chosen });
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Send yourself a test"
      description="A made-up event goes to this account’s address as its sender would send it, with a key that lasts for it alone. It is marked as a test: it changes no record and starts no flow."
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" type="submit" form={formId} busy={test.isPending}>
            {test.data ? 'Send another' : 'Send test'}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={send}>
        {source === 'crm' ? (
          <Field
            label="Name of the event"
            help="As your CRM would name it, such as contact.updated."
            error={unnamed ? 'Give the event a name.' : undefined}
          >
            <Input mono value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
          </Field>
        ) : (
          <Field label="Event" help="A sample from the catalog, with new ids and the present time.">
            <Select options={options} value={type} onChange={(event) => setType(event.target.value)} />
          </Field>
        )}
        <div role="status">
          {test.data && <Answer answer={test.data} onlyFrom={onlyFrom} />}
          {test.isError && <p className="text-13 text-bad">{errorWords(test.error).message}</p>}
        </div>
      </Form>
    </Dialog>
  );
}

interface AnswerProps {
  answer: TestAnswer;
  /** Who else may send, where not everybody may. */
  onlyFrom: readonly string[];
}

function Answer({ answer: { status, said, id, accepted, took }, onlyFrom }: AnswerProps) {
  return (
    <div className="flex flex-col gap-1 rounded border px-3 py-2 text-13">
      <StatusMark
        tone={accepted ? 'good' : 'bad'}
        shape={accepted ? 'circle' : 'square'}
        className="font-medium"
      >
        {accepted
          ? `The address works: answered ${status} in ${took} ms`
          : status === 0
            ? 'There was no answer'
            : `Answered ${status}`}
      </StatusMark>
      {!accepted && <p className="text-ink-2">{said}</p>}
      {accepted && onlyFrom.length > 0 && (
        <p className="text-ink-2">
          Not tried: who may send. A test comes from this machine; a real sender is refused unless it sends
          from {onlyFrom.join(', ')}.
        </p>
      )}
      {id && (
        <p className="flex flex-wrap items-center gap-x-2">
          <TextLink href={accepted ? `/events/${id}` : `/refusals?refusal=${id}`}>
            {accepted ? 'Open the event' : 'Look at what was refused'}
          </TextLink>
          <ShortId id={id} />
        </p>
      )}
    </div>
  );
}
