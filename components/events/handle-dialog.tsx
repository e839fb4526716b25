'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { cutSearchWords } from '#lib/events/cut-search.ts';
import { mostHandled } from '#lib/events/most-handled.ts';
import { api, errorWords } from '../api.ts';
import { choiceInput, type EventChoice } from './event-choice.ts';

interface HandleDialogProps {
  choice: EventChoice;
  /** How many, in words: `3 events`. */
  words: string;
  /** The search fits more than is marked. */
  cut?: boolean;
  /** There may be more than can be marked at once. */
  many?: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** They were marked, or it was undone. */
  onChanged: () => void;
}

const manyWords = `At most ${mostHandled.toLocaleString('en')} at once. Where more fit, none is marked: narrow the filter first, for instance by a time.`;

/** Marks events as handled, with a note if there is something to say; can be undone from the message that follows. */
export function HandleDialog({
  choice,
  words,
  cut = false,
  many = false,
  open,
  onOpenChange,
  onChanged,
}: HandleDialogProps) {
  const toast = useToast();
  const [note, setNote] = useState('');
  const undo = useMutation(
    api.events.unhandle.mutationOptions({
      onSuccess: ({ count }) => {
        toast({ title: `${eventsWords(count)} no longer marked as handled` });
        onChanged();
      },
    }),
  );
  const handle = useMutation(
    api.events.handle.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ handling, count }) => {
        onOpenChange(false);
        setNote('');
        onChanged();
        toast({
          tone: 'good',
          title:
            count === 0 ? 'They were marked as handled already' : `${eventsWords(count)} marked as handled`,
          action: handling ? { label: 'Undo', onClick: () => undo.mutate({ handling }) } : undefined,
        });
      },
    }),
  );
  const send = () => handle.mutate({ ...choiceInput(choice), note: note.trim() || undefined });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Mark ${words} as handled`}
      description="Says to everybody that nothing is left to do about them. What Heliograph does with them stays as it is."
      size="small"
      closeOnOutside={false}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" busy={handle.isPending} onClick={send}>
            Mark as handled
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {cut && <p className="mb-3 text-13 text-ink-2">{cutSearchWords}</p>}
        {many && <p className="mb-3 text-13 text-ink-2">{manyWords}</p>}
        <Field label="Note" optional error={handle.isError ? errorWords(handle.error).message : undefined}>
          <Textarea maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Form>
    </Dialog>
  );
}

function eventsWords(count: number): string {
  return count === 1 ? '1 event' : `${count.toLocaleString('en')} events`;
}
