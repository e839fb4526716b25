import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FirstRunForm } from '#components/auth/first-run-form.tsx';
import { SignInFrame } from '#components/layout/sign-in-frame.tsx';
import { entryState } from '#lib/auth/entry-state.ts';

export const metadata: Metadata = { title: 'First admin' };
export const dynamic = 'force-dynamic';

export default async function FirstRunPage() {
  if ((await entryState()) !== 'first-run') redirect('/sign-in');
  return (
    <SignInFrame
      title="Make the first admin"
      description="Nobody has an account here yet. The first person gets one with the code that Heliograph printed when it started."
    >
      <FirstRunForm />
    </SignInFrame>
  );
}
