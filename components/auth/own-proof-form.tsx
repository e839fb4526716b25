'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { type OwnProofInput, ownProofSchema } from '#lib/auth/account.contract.ts';
import { CodeField } from './code-field.tsx';
import { showFieldProblems } from './field-problems.ts';

interface OwnProofFormProps {
  /** For the button, which stands in the foot of the dialog. */
  id: string;
  /** The app was just scanned: there is no recovery code yet. */
  setup?: boolean;
  /** Rejects with the API's error, which is then shown here. */
  onSend: (input: OwnProofInput) => Promise<unknown>;
}

/** A code and the password, asked before one's second factor changes. */
export function OwnProofForm({ id, setup = false, onSend }: OwnProofFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(ownProofSchema),
    mode: 'onTouched',
    defaultValues: { password: '', code: '' },
  });
  const { errors } = formState;

  async function send(input: OwnProofInput) {
    setProblem(null);
    await onSend(input).catch((error: unknown) =>
      setProblem(
        showFieldProblems(error, ['password', 'code'], (name, message) => setError(name, { message })),
      ),
    );
  }

  return (
    <Form id={id} className="w-full min-w-0" onSubmit={handleSubmit(send)}>
      <CodeField recovery={!setup} error={errors.code?.message} control={register('code')} />
      <Field label="Your password" required error={errors.password?.message}>
        <Input type="password" autoComplete="current-password" {...register('password')} />
      </Field>
      {problem && (
        <p role="alert" className="text-13 text-bad">
          {problem}
        </p>
      )}
    </Form>
  );
}
