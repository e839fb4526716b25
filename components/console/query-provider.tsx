'use client';

import type { AnyContractRouter } from '@orpc/contract';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useToast } from '#components/ui/toast.tsx';
import { errorWords, isSignedOut, openApi } from '../api.ts';
import { leaveToSignIn } from '../auth/leave-to-sign-in.ts';

/**
 * The one cache of the console. A failed change says so once, wherever it was made; where reading is refused because the
 * session has ended, the page gives way to the sign-in page.
 */
export function QueryProvider({ routes, children }: { routes: AnyContractRouter; children: ReactNode }) {
  const toast = useToast();
  openApi(routes);
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 10_000, retry: 1, refetchOnWindowFocus: true } },
        queryCache: new QueryCache({
          onError: (error) => {
            if (isSignedOut(error)) leaveToSignIn();
          },
        }),
        mutationCache: new MutationCache({
          onError: (error, _variables, _context, mutation) => {
            if (mutation.meta?.showsItsErrors) return;
            toast({ title: 'That did not work', description: errorWords(error).message, tone: 'bad' });
          },
        }),
      }),
  );
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
