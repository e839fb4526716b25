'use client';

import { useQuery } from '@tanstack/react-query';
import { Inbox, Send, Settings2, ShieldAlert, Workflow } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppShell } from '#components/layout/app-shell.tsx';
import { UserMenu } from '#components/layout/user-menu.tsx';
import { useLiveState } from '#components/live/live-provider.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { allows, type Role } from '#lib/auth/roles.ts';
import { api } from '../api.ts';
import { sendSignOut } from '../auth/send-sign-in.ts';
import { RoleProvider } from './role-context.tsx';
import { useTimeZoneCookie } from './use-time-zone-cookie.ts';

/** The frame of every page behind sign-in: menu, where I am, who I am, and what is said once at the top. */
export function ConsoleFrame({ name, role, children }: { name: string; role: Role; children: ReactNode }) {
  const toast = useToast();
  const live = useLiveState();
  const refused = useQuery(api.refusals.counts.queryOptions({ refetchInterval: 30_000 }));
  useTimeZoneCookie();
  const items = [
    { href: '/events', label: 'Events', icon: <Inbox aria-hidden /> },
    { href: '/flows', label: 'Flows', icon: <Workflow aria-hidden /> },
    { href: '/deliveries', label: 'Deliveries', icon: <Send aria-hidden /> },
  ];
  const lowerItems = [
    {
      href: '/refusals',
      label: 'Refused',
      icon: <ShieldAlert aria-hidden />,
      count: refused.data?.open || undefined,
      countLabel: 'waiting for a decision',
    },
    ...(allows(role, 'editor')
      ? [{ href: '/settings', label: 'Settings', icon: <Settings2 aria-hidden /> }]
      : []),
  ];
  const banner =
    live === 'lost' ? (
      <Banner tone="attention" title="The live connection is lost">
        What you see may be some seconds old. It comes back by itself.
      </Banner>
    ) : null;
  const leave = async () => {
    const problem = await sendSignOut();
    if (problem) toast({ title: 'You are still signed in', description: problem.detail, tone: 'bad' });
    else window.location.assign('/sign-in');
  };
  return (
    <RoleProvider role={role}>
      <AppShell
        items={items}
        lowerItems={lowerItems}
        banner={banner}
        userMenu={<UserMenu name={name} role={role} onSignOut={leave} />}
      >
        {children}
      </AppShell>
    </RoleProvider>
  );
}
