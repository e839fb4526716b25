'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api, errorWords } from '../api.ts';
import { eventIdIn } from './event-id-in.ts';
import { EventLine } from './event-line.tsx';

interface EventPickProps {
  label: string;
  /** What the button does: `Compare`. */
  action: string;
  onPick: (id: string) => void;
}

/** Takes an event by a link to it, its id, or the short id that a row shows. */
export function EventPick({ label, action, onPick }: EventPickProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [choices, setChoices] = useState<EventItem[]>([]);

  async function pick() {
    const named = eventIdIn(text);
    setChoices([]);
    if (named === null) {
      setWrong('Paste a link to an event, its id, or the eight characters that stand in its place.');
      return;
    }
    if ('id' in named) {
      onPick(named.id);
      return;
    }
    setBusy(true);
    try {
      const { items } = await api.events.list.call({ q: named.short, limit: 10 });
      const found = items.filter((event) => event.id.endsWith(named.short));
      const [only] = found;
      if (only && found.length === 1) onPick(only.id);
      else {
        setChoices(found);
        setWrong(found.length === 0 ? `No event has the short id ${named.short}.` : undefined);
      }
    } catch (error) {
      setWrong(errorWords(error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void pick();
      }}
    >
      <Field label={label} help="A link to the event, its id, or its short id." error={wrong}>
        <Input
          value={text}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
          onChange={(event) => {
            setText(event.target.value);
            setWrong(undefined);
          }}
        />
      </Field>
      <Button variant="primary" type="submit" busy={busy} className="self-start">
        {action}
      </Button>
      {choices.length > 0 && (
        <ul aria-label="Events with this short id" className="flex flex-col divide-y rounded border">
          {choices.map((event) => (
            <li key={event.id}>
              <button
                type="button"
                className="w-full px-3 py-2 text-left text-13 hover:bg-surface-hover"
                onClick={() => onPick(event.id)}
              >
                <EventLine event={event} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Form>
  );
}
