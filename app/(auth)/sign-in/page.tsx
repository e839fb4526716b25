import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { ProblemNote } from '#components/auth/problem-note.tsx';
import { SignInForm } from '#components/auth/sign-in-form.tsx';
import { SignInFrame } from '#components/layout/sign-in-frame.tsx';
import { entryState } from '#lib/auth/entry-state.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { databaseAwayWords } from '#lib/db/database-away.ts';

export const metadata: Metadata = { title: 'Sign in' };
export const dynamic = 'force-dynamic';

type SearchParams = Promise<{ next?: string | string[]; why?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { next, why } = await searchParams;
  const target = safeNext(typeof next === 'string' ? next : null);
  const state = await entryState();
  if (state === 'first-run') redirect('/first-run');
  // Any path of this console is fine here; an unknown one shows the page that says so.
  if (state === 'signed-in') redirect(target as Route);
  return (
    <SignInFrame title="Sign in">
      {state === 'database-away' && <ProblemNote problem={{ detail: databaseAwayWords }} />}
      {why === 'ended' && state === 'sign-in' && (
        <p role="status" className="text-14 text-ink-2">
          Your session has ended: it was ended by you or an admin, or had grown old. Sign in again to go on.
        </p>
      )}
      <SignInForm next={target} />
    </SignInFrame>
  );
}
