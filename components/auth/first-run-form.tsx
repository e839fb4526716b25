'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { type FirstAdminInput, firstAdminSchema } from '#lib/auth/credentials.ts';
import { passwordLength } from '#lib/auth/limits.ts';
import { homePath } from '#lib/auth/safe-next.ts';
import { ProblemNote } from './problem-note.tsx';
import { type Problem, sendJson } from './send-json.ts';
import { sendOnCtrlEnter } from './send-on-ctrl-enter.ts';
import { sendSignIn } from './send-sign-in.ts';

/** Makes the first admin with the code printed at start, signs in, and opens the events. */
export function FirstRunForm() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { register, handleSubmit, setError, formState } = useForm<FirstAdminInput>({
    resolver: zodResolver(firstAdminSchema),
    mode: 'onTouched',
    defaultValues: { code: '', name: '', email: '', password: '' },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = formState;

  async function send(input: FirstAdminInput) {
    setProblem(null);
    const refused = await sendJson('/api/auth/first-run', input);
    const wrong = (['code', 'password'] as const).find((name) =>
      refused?.fields.some(({ field }) => field === name),
    );
    if (refused && wrong) {
      setError(wrong, { message: refused.detail }, { shouldFocus: true });
    } else if (refused) {
      setProblem(refused);
    } else {
      const signInRefused = await sendSignIn(input);
      window.location.assign(signInRefused ? '/sign-in' : homePath);
    }
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
      <Field
        label="One-time code"
        required
        help="It stands in the terminal or log where Heliograph was started. Each start prints a new one."
        error={errors.code?.message}
      >
        <Input
          mono
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          autoFocus
          {...register('code')}
        />
      </Field>
      <Field label="Your name" required error={errors.name?.message}>
        <Input autoComplete="name" {...register('name')} />
      </Field>
      <Field label="E-mail address" required error={errors.email?.message}>
        <Input type="email" autoComplete="username" {...register('email')} />
      </Field>
      <Field
        label="Password"
        required
        help={`At least ${passwordLength.least} characters; a few unrelated words serve well.`}
        error={errors.password?.message}
      >
        <Input type="password" autoComplete="new-password" {...register('password')} />
      </Field>
      <ProblemNote problem={problem} />
      <Button type="submit" variant="primary" busy={isSubmitting || (isSubmitSuccessful && !problem)}>
        Make the first admin
      </Button>
    </form>
  );
}
