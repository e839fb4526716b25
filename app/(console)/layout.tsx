import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { ConsoleFrame } from '#components/console/console-frame.tsx';
import { QueryProvider } from '#components/console/query-provider.tsx';
import { LiveProvider } from '#components/live/live-provider.tsx';
import { requireUser } from '#lib/auth/require-user.ts';
import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { apiRoutes } from '#lib/http/api/api-routes.ts';
import { services } from '#lib/runtime/services.ts';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { user } = await requireUser();
  const shown = await seesPersonal(services().db, user);
  return (
    <NuqsAdapter>
      <QueryProvider routes={apiRoutes()}>
        <LiveProvider>
          <ConsoleFrame name={user.name} role={user.role} seesPersonal={shown}>
            {children}
          </ConsoleFrame>
        </LiveProvider>
      </QueryProvider>
    </NuqsAdapter>
  );
}
