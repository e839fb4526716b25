'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import type { Source } from '#lib/catalog/event-type.ts';

interface OtherEventTypeProps {
  source: Source;
  /** Nothing is chosen and this is where to begin. */
  wrong: boolean;
  /** With our name of the type: `crm.contact.updated`. */
  onAdd: (name: string) => void;
}

/** An event by the name its sender gives it, for those that the catalog has not. */
export function OtherEventType({ source, wrong, onAdd }: OtherEventTypeProps) {
  const [text, setText] = useState('');
  function add() {
    const name = text.trim();
    if (name === '') return;
    onAdd(source === 'crm' && !name.startsWith('crm.') ? `crm.${name}` : name);
    setText('');
  }
  return (
    <div className="flex max-w-105 items-center gap-2">
      <Input
        mono
        value={text}
        autoComplete="off"
        spellCheck={false}
        maxLength={190}
        aria-label="Name of another event"
        placeholder={source === 'crm' ? 'contact.updated' : 'Name of another event'}
        data-wrong={wrong ? 'true' : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
      />
      <Button onClick={add} disabled={text.trim() === ''}>
        Add event
      </Button>
    </div>
  );
}
