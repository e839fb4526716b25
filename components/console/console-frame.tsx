'use client';

import {
  CircleSlash2,
  Inbox,
  ListChecks,
  PlugZap,
  Send,
  Settings2,
  ShieldAlert,
  SquarePen,
  UserCog,
  Workflow,
} from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AppShell } from '#components/layout/app-shell.tsx';
import { UserMenu } from '#components/layout/user-menu.tsx';
import { useLiveState } from '#components/live/live-provider.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { MenuItem, MenuSeparator } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { allows, type Role } from '#lib/auth/roles.ts';
import { usePreferences } from '../account/use-preferences.ts';
import { FirstStepsStrip } from '../first-steps/first-steps-strip.tsx';
import { settingsPagesFor } from '../settings/settings-pages.ts';
import { useNavViews } from '../views/use-nav-views.ts';
import { ConsoleSearch } from './console-search.tsx';
import { RoleProvider } from './role-context.tsx';
import { useTimeZoneCookie } from './use-time-zone-cookie.ts';
import { useWaitingCounts } from './use-waiting-counts.ts';

interface ConsoleFrameProps {
  name: string;
  role: Role;
  seesPersonal: boolean;
  children: ReactNode;
}

/** The frame of every page behind sign-in: menu, where I am, who I am, and what is said once at the top. */
export function ConsoleFrame({ name, role, seesPersonal, children }: ConsoleFrameProps) {
  const toast = useToast();
  const live = useLiveState();
  const waiting = useWaitingCounts(role);
  const preferences = usePreferences();
  useTimeZoneCookie(preferences.query.data?.timeZone === null);
  const eventViews = useNavViews('events', '/events');
  const caseViews = useNavViews('cancellations', '/cancellations');
  const items = [
    { href: '/events', label: 'Events', icon: <Inbox aria-hidden />, views: eventViews },
    {
      href: '/cancellations',
      label: 'Cancellations',
      icon: <CircleSlash2 aria-hidden />,
      ...waiting.cancellations,
      views: caseViews,
    },
    { href: '/flows', label: 'Flows', icon: <Workflow aria-hidden /> },
    { href: '/deliveries', label: 'Deliveries', icon: <Send aria-hidden /> },
    ...doItems(role),
    {
      href: '/actions',
      // Whoever only looks comes from here to those for many at once.
      within: allows(role, 'operator') ? [] : ['/bulk'],
      label: 'Actions',
      icon: <ListChecks aria-hidden />,
      ...waiting.actions,
    },
  ];
  const lowerItems = [
    { href: '/refusals', label: 'Refused', icon: <ShieldAlert aria-hidden />, ...waiting.refusals },
    { href: '/accounts', label: 'Accounts', icon: <PlugZap aria-hidden />, ...waiting.accounts },
    ...settingsItem(role),
  ];
  const banner =
    live === 'lost' ? (
      <Banner tone="attention" title="The live connection is lost">
        What you see may be some seconds old. It comes back by itself.
      </Banner>
    ) : null;
  const leave = async () => {
    const { sendSignOut } = await import('../auth/send-sign-in.ts');
    const problem = await sendSignOut();
    if (problem) toast({ title: 'You are still signed in', description: problem.detail, tone: 'bad' });
    else window.location.assign('/sign-in');
  };
  return (
    <RoleProvider role={role} seesPersonal={seesPersonal}>
      <AppShell
        items={items}
        lowerItems={lowerItems}
        banner={banner}
        search={
          <ConsoleSearch
            pages={[...items, ...lowerItems]}
            onThemeChoose={(theme) => preferences.save({ theme })}
          />
        }
        userMenu={
          <UserMenu
            name={name}
            role={role}
            onSignOut={leave}
            onThemeChoose={(theme) => preferences.save({ theme })}
          >
            <MenuItem asChild>
              <Link href="/me">
                <UserCog aria-hidden="true" />
                My settings
              </Link>
            </MenuItem>
            <MenuSeparator />
          </UserMenu>
        }
      >
        <FirstStepsStrip />
        {children}
      </AppShell>
    </RoleProvider>
  );
}

/** Acting in Enerflo, one or many at once, for those who may. */
function doItems(role: Role) {
  if (!allows(role, 'operator')) return [];
  return [{ href: '/enerflo', within: ['/bulk'], label: 'Do in Enerflo', icon: <SquarePen aria-hidden /> }];
}

/** One entry for all of Settings: it leads to the first of its pages that the role may see. */
function settingsItem(role: Role) {
  const [first, ...others] = settingsPagesFor(role);
  if (!first) return [];
  const within = others.map(({ href }) => href);
  return [{ href: first.href, within, label: 'Settings', icon: <Settings2 aria-hidden /> }];
}
