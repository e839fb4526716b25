'use client';

import { Copy } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { copyWord, useCopy } from '#components/ui/use-copy.ts';
import type { PasswordLink } from '#lib/auth/people.contract.ts';

/** A one-time link, the one time it is shown: Heliograph sends no e-mail, so the admin hands it over. */
export function OneTimeLink({ name, link }: { name: string; link: PasswordLink }) {
  const [state, copy] = useCopy();
  return (
    <div className="flex flex-col gap-3">
      <Field
        label="One-time link"
        help="Copy it now: it is not shown again. Whoever has it can choose the password, so hand it over by a way that only they read."
      >
        <Input mono readOnly autoFocus value={link.url} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <p className="text-13 text-ink-2">
        {name} chooses a password with it, once, until <ExactTime iso={link.expiresAt} />.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => copy(link.url)}>
          <Copy aria-hidden="true" />
          Copy link
        </Button>
        <span role="status" className="text-13 text-ink-2">
          {copyWord[state]}
        </span>
      </div>
    </div>
  );
}
