'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { newPasswordSchema } from '#lib/auth/credentials.ts';
import { passwordLength } from '#lib/auth/limits.ts';
import { homePath } from '#lib/auth/safe-next.ts';
import { ProblemNote } from './problem-note.tsx';
import { askJson, type Problem, sendJson } from './send-json.ts';
import { sendOnCtrlEnter } from './send-on-ctrl-enter.ts';
import { sendSignIn } from './send-sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';

const holderSchema = z.object({ purpose: z.enum(['invite', 'reset']), name: z.string(), email: z.string() });
type Holder = z.infer<typeof holderSchema>;

const formSchema = z.strictObject({ password: newPasswordSchema });

/** Looks whom the one-time link in the address is for, and lets that person choose a password. */
export function ChoosePasswordForm() {
  const [token, setToken] = useState('');
  const [holder, setHolder] = useState<Holder | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let gone = false;
    const given = new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
    // An empty one is asked about too: the server has the words for a link that is not whole.
    void askJson('/api/auth/one-time-link', { token: given || '-' }).then((got) => {
      if (gone) return;
      if (got.problem) return setProblem(got.problem);
      setToken(given);
      setHolder(holderSchema.parse(got.answer));
    });
    return () => {
      gone = true;
    };
  }, []);

  if (problem) {
    return (
      <>
        <ProblemNote problem={problem} />
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </>
    );
  }
  return holder ? (
    <PasswordForm token={token} holder={holder} onEnded={setProblem} />
  ) : (
    <SkeletonText lines={4} label="Looking at the link" />
  );
}

interface PasswordFormProps {
  token: string;
  holder: Holder;
  /** The link stopped counting meanwhile. */
  onEnded: (problem: Problem) => void;
}

function PasswordForm({ token, holder, onEnded }: PasswordFormProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [chosen, setChosen] = useState<{ password: string; refused: Problem } | null>(null);
  const [shown, setShown] = useState(false);
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: zodResolver(formSchema),
    mode: 'onTouched',
    defaultValues: { password: '' },
  });
  const { errors, isSubmitting, isSubmitSuccessful } = formState;

  async function send({ password }: { password: string }) {
    setProblem(null);
    const refused = await sendJson('/api/auth/choose-password', { token, password });
    if (refused?.code === 'NOT_FOUND') return onEnded(refused);
    if (refused?.fields.some(({ field }) => field === 'password'))
      return setError('password', { message: refused.detail }, { shouldFocus: true });
    if (refused) return setProblem(refused);
    const signInRefused = await sendSignIn({ email: holder.email, password });
    if (!signInRefused) return window.location.replace(homePath);
    setChosen({ password, refused: signInRefused });
  }

  // The link is used up, and a second factor asks for its code yet.
  if (chosen) {
    return (
      <>
        <p role="status" className="text-14">
          Your new password is chosen. Now sign in with it.
        </p>
        <SignInForm next={homePath} tried={{ email: holder.email, ...chosen }} />
      </>
    );
  }

  return (
    <form
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={handleSubmit(send)}
      onKeyDown={sendOnCtrlEnter}
    >
      <p className="text-14 text-ink-2">
        {holder.purpose === 'invite'
          ? `Welcome, ${holder.name}. With this password you sign in from now on.`
          : `For ${holder.name}. The password before it stops working, and wherever you are signed in you are signed out. API tokens that you made go on working; an admin can end them.`}
      </p>
      <Field label="E-mail address">
        <Input type="email" autoComplete="username" readOnly value={holder.email} />
      </Field>
      <Field
        label="Password"
        required
        help={`At least ${passwordLength.least} characters; a few unrelated words serve well.`}
        error={errors.password?.message}
      >
        <Input
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          spellCheck={false}
          autoFocus
          {...register('password')}
        />
      </Field>
      <Checkbox
        label="Show what I type"
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
      <ProblemNote problem={problem} />
      <Button type="submit" variant="primary" busy={isSubmitting || (isSubmitSuccessful && !problem)}>
        Choose this password
      </Button>
    </form>
  );
}
