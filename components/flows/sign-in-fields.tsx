'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { DestinationDto } from '#lib/destinations/destination.schema.ts';
import { keepsSecret } from './flow-input.ts';
import type { FlowValues } from './flow-values.ts';

interface SignInFieldsProps {
  auth: 'basic' | 'bearer';
  stored: DestinationDto | null;
}

/** User name and password, or a token. What is stored is never shown; leaving the field empty keeps it. */
export function SignInFields({ auth, stored }: SignInFieldsProps) {
  const { register, control, formState } = useFormContext<FlowValues>();
  const destination = useWatch({ control, name: 'destination' });
  const wrong = formState.errors.destination;
  const kept = keepsSecret(destination, stored);
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {auth === 'basic' && (
        <Field label="User name" required error={wrong?.username?.message}>
          <Input autoComplete="off" {...register('destination.username')} />
        </Field>
      )}
      <Field
        label={auth === 'basic' ? 'Password' : 'Token'}
        required={!kept}
        help={kept ? 'Stored. Leave it empty to keep it.' : 'It is stored sealed and never shown again.'}
        error={wrong?.secret?.message}
      >
        <Input type="password" autoComplete="new-password" {...register('destination.secret')} />
      </Field>
    </div>
  );
}
