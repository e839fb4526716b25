import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { ConsoleFrame } from '#components/console/console-frame.tsx';
import { QueryProvider } from '#components/console/query-provider.tsx';
import { LiveProvider } from '#components/live/live-provider.tsx';
import { requireUser } from '#lib/auth/require-user.ts';
import { apiRoutes } from '#lib/http/api/api-routes.ts';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { user } = await requireUser();
  return (
    <NuqsAdapter>
      <QueryProvider routes={apiRoutes()}>
        <LiveProvider>
          <ConsoleFrame name={user.name} role={user.role}>
            {children}
          </ConsoleFrame>
        </LiveProvider>
      </QueryProvider>
    </NuqsAdapter>
  );
}
