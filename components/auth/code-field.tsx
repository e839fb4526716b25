'use client';

import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface CodeFieldProps {
  /** Why a code is asked for. */
  intro?: string;
  error?: string;
  /** What `register` of the form gives. */
  control: UseFormRegisterReturn;
  /** Whether a recovery code will do as well. */
  recovery?: boolean;
}

/** One code of the second factor: of the app, or a recovery code where the phone is not at hand. */
export function CodeField({ intro, error, control, recovery: offered = true }: CodeFieldProps) {
  const [recovery, setRecovery] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      {intro && <p className="text-13 text-ink-2">{intro}</p>}
      {/* Another key: the field is a new one, with the keyboard that fits and the focus. */}
      <Field
        key={recovery ? 'recovery' : 'app'}
        label={recovery ? 'Recovery code' : 'Code of your authenticator app'}
        required
        help={
          recovery
            ? 'One of those you kept when you switched the second factor on, such as 7K2M9-QXT0V. Each works once.'
            : 'Six digits. They change every 30 seconds.'
        }
        error={error}
      >
        <Input
          mono
          autoFocus
          autoComplete={recovery ? 'off' : 'one-time-code'}
          inputMode={recovery ? 'text' : 'numeric'}
          autoCapitalize={recovery ? 'characters' : 'off'}
          spellCheck={false}
          {...control}
        />
      </Field>
      {offered && (
        <Button variant="quiet" size="small" className="self-start" onClick={() => setRecovery(!recovery)}>
          {recovery ? 'Use a code of the app' : 'Use a recovery code'}
        </Button>
      )}
    </div>
  );
}
