'use client';

import { ErrorState } from '#components/ui/error-state.tsx';

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title="This page could not be shown" requestId={error.digest} onRetry={reset}>
        Nothing was lost: webhooks are taken in all the same. Try again; if it stays, tell whoever runs
        Heliograph.
      </ErrorState>
    </main>
  );
}
