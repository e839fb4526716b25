'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { type SignInInput, signInSchema } from '#lib/auth/credentials.ts';
import { ProblemNote } from './problem-note.tsx';
import type { Problem } from './send-json.ts';
import { sendOnCtrlEnter } from './send-on-ctrl-enter.ts';
import { sendSignIn } from './send-sign-in.ts';

/** E-mail address and password; then on to `next`, a path of this console. */
export function SignInForm({ next }: { next: string }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { register, handleSubmit, setFocus, formState } = useForm<SignInInput>({
    resolver: zodResolver(signInSchema),
    mode: 'onTouched',
    defaultValues: { email: '', password: '' },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = formState;

  async function send(input: SignInInput) {
    setProblem(null);
    const refused = await sendSignIn(input);
    if (refused) {
      setProblem(refused);
      if (refused.code === 'UNAUTHENTICATED') setFocus('password', { shouldSelect: true });
      return;
    }
    // A full load: nothing of the page before may remember that nobody was signed in.
    window.location.assign(next);
  }

  // Should the button be pressed before React is there, `post` keeps the password out of the address.
  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={handleSubmit(send)}
      onKeyDown={sendOnCtrlEnter}
    >
      <Field label="E-mail address" required error={errors.email?.message}>
        <Input type="email" autoComplete="username" autoFocus {...register('email')} />
      </Field>
      <Field label="Password" required error={errors.password?.message}>
        <Input type="password" autoComplete="current-password" {...register('password')} />
      </Field>
      <ProblemNote problem={problem} />
      <Button type="submit" variant="primary" busy={isSubmitting || (isSubmitSuccessful && !problem)}>
        Sign in
      </Button>
    </form>
  );
}
