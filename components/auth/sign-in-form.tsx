'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { type SignInInput, signInSchema } from '#lib/auth/credentials.ts';
import { CodeField } from './code-field.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { Problem } from './send-json.ts';
import { sendOnCtrlEnter } from './send-on-ctrl-enter.ts';
import { sendSignIn } from './send-sign-in.ts';

interface SignInFormProps {
  /** A path of this console. */
  next: string;
  /** Tried already and refused with this: it goes on from there. */
  tried?: { email: string; password: string; refused: Problem };
}

/** E-mail address and password, then the code of the second factor where there is one; then on to `next`. */
export function SignInForm({ next, tried }: SignInFormProps) {
  const [problem, setProblem] = useState<Problem | null>(() =>
    tried && !asksForCode(tried.refused) ? tried.refused : null,
  );
  const [step, setStep] = useState<'password' | 'code'>(() =>
    tried && asksForCode(tried.refused) ? 'code' : 'password',
  );
  const { register, handleSubmit, setFocus, setError, setValue, getValues, formState } = useForm<SignInInput>(
    {
      resolver: zodResolver(signInSchema),
      mode: 'onTouched',
      defaultValues: { email: tried?.email ?? '', password: tried?.password ?? '', code: '' },
    },
  );
  const [leaving, setLeaving] = useState(false);
  const { errors, isSubmitting } = formState;

  async function send(input: SignInInput) {
    setProblem(null);
    if (step === 'code' && !input.code) {
      return setError('code', { message: 'Enter the code' }, { shouldFocus: true });
    }
    const refused = await sendSignIn(input);
    const codeProblem = refused && asksForCode(refused);
    if (codeProblem && step === 'password') {
      setStep('code');
    } else if (codeProblem) {
      setError('code', { message: codeProblem.message }, { shouldFocus: true });
    } else if (refused) {
      setProblem(refused);
      if (refused.code === 'UNAUTHENTICATED') back('password');
    } else {
      // A full load: nothing of the page before may remember that nobody was signed in.
      setLeaving(true);
      window.location.assign(next);
    }
  }

  function back(field: 'email' | 'password') {
    setValue('code', '');
    setStep('password');
    // Once the field is there again.
    requestAnimationFrame(() => setFocus(field, { shouldSelect: true }));
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
      {step === 'password' ? (
        <>
          <Field label="E-mail address" required error={errors.email?.message}>
            <Input type="email" autoComplete="username" autoFocus {...register('email')} />
          </Field>
          <Field label="Password" required error={errors.password?.message}>
            <Input type="password" autoComplete="current-password" {...register('password')} />
          </Field>
        </>
      ) : (
        <CodeField
          intro={`The password of ${getValues('email')} is right. This account also asks for a code.`}
          error={errors.code?.message}
          control={register('code')}
        />
      )}
      <ProblemNote problem={problem} />
      <Button type="submit" variant="primary" busy={isSubmitting || leaving}>
        Sign in
      </Button>
      {step === 'code' && (
        <Button
          variant="quiet"
          onClick={() => {
            setValue('email', '');
            setValue('password', '');
            back('email');
          }}
        >
          Sign in as somebody else
        </Button>
      )}
    </form>
  );
}

function asksForCode({ fields }: Problem) {
  return fields.find(({ field }) => field === 'code');
}
