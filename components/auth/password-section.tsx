'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Form } from '#components/ui/form.tsx';
import { Input } from '#components/ui/input.tsx';
import { Section } from '#components/ui/section.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { ownPasswordSchema } from '#lib/auth/account.contract.ts';
import { passwordLength } from '#lib/auth/limits.ts';
import { api } from '../api.ts';
import { showFieldProblems } from './field-problems.ts';
import { browsersSignedOut } from './signed-out-words.ts';

const empty = { present: '', password: '' };

/** Of My settings: another password for oneself. */
export function PasswordSection() {
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, setError, reset, formState } = useForm({
    resolver: zodResolver(ownPasswordSchema),
    mode: 'onTouched',
    defaultValues: empty,
  });
  const change = useMutation(
    api.account.changePassword.mutationOptions({
      meta: { showsItsErrors: true },
      onMutate: () => setProblem(null),
      onSuccess: ({ sessionsEnded }) => {
        reset(empty);
        toast({ title: 'Password changed', description: browsersSignedOut(sessionsEnded), tone: 'good' });
      },
      onError: (error) =>
        setProblem(
          showFieldProblems(error, ['present', 'password'], (name, message) => setError(name, { message })),
        ),
    }),
  );
  const { errors } = formState;
  return (
    <Section
      title="Password"
      description="After a change you stay signed in here and are signed out everywhere else. API tokens that you made go on working; an admin can end them."
    >
      <Form className="max-w-90" onSubmit={handleSubmit((input) => change.mutate(input))}>
        <Field label="Present password" required error={errors.present?.message}>
          <Input type="password" autoComplete="current-password" {...register('present')} />
        </Field>
        <Field
          label="New password"
          required
          help={`At least ${passwordLength.least} characters; a few unrelated words serve well.`}
          error={errors.password?.message}
        >
          <Input type="password" autoComplete="new-password" {...register('password')} />
        </Field>
        {problem && (
          <p role="alert" className="text-13 text-bad">
            {problem}
          </p>
        )}
        <Button type="submit" busy={change.isPending} className="self-start">
          Change password
        </Button>
      </Form>
    </Section>
  );
}
