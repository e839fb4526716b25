import type { Metadata } from 'next';
import { ChoosePasswordForm } from '#components/auth/choose-password-form.tsx';
import { SignInFrame } from '#components/layout/sign-in-frame.tsx';

export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' };

/** For everybody with a one-time link, which stands behind the # of the address and so reaches no server by itself. */
export default function ChoosePasswordPage() {
  return (
    <SignInFrame title="Choose a password">
      <ChoosePasswordForm />
    </SignInFrame>
  );
}
