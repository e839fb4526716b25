'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { settingSchemas } from '#lib/settings/setting-schemas.ts';

interface AllowAddressFormProps {
  /** Those that are allowed already. */
  taken: readonly string[];
  busy: boolean;
  /** Rejects where it could not be saved; what was typed stays then. */
  onAdd: (address: string) => Promise<void>;
}

/** One address to allow. */
export function AllowAddressForm({ taken, busy, onAdd }: AllowAddressFormProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function add() {
    const address = text.trim();
    const problem = problemOf(address, taken);
    setError(problem);
    if (problem || busy) return;
    await onAdd(address).then(
      () => setText(''),
      () => undefined,
    );
  }

  return (
    <Form
      className="max-w-105"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label="Allow another address"
        help="A host with its port, such as crm.internal:8080, or a block, such as 10.20.0.0/16."
        error={error ?? undefined}
      >
        <Input
          mono
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setError(null);
          }}
        />
      </Field>
      <Button type="submit" busy={busy} className="self-start">
        Allow address
      </Button>
    </Form>
  );
}

function problemOf(address: string, taken: readonly string[]): string | null {
  if (address === '') return 'Write an address.';
  if (taken.includes(address)) return 'This address is allowed already.';
  const parsed = settingSchemas.outboundAllow.element.safeParse(address);
  return parsed.success ? null : 'This is neither a host with its port nor a block.';
}
