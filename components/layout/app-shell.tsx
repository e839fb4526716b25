'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Sheet } from '#components/ui/sheet.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { currentItem } from './nav-item.ts';
import { Sidebar, type SidebarProps } from './sidebar.tsx';
import { MAIN_ID, SkipLink } from './skip-link.tsx';
import { TopBar, type TopBarProps } from './top-bar.tsx';

interface AppShellProps
  extends Pick<SidebarProps, 'items' | 'lowerItems'>,
    Partial<Pick<TopBarProps, 'search' | 'userMenu'>> {
  /** `Banner`s, said once at the top. */
  banner?: ReactNode;
  children: ReactNode;
}

/** The one frame: sidebar, top line, page. Under 768 pixels the sidebar is a sheet. The page scrolls, the frame doesn't. */
export function AppShell({ items, lowerItems = [], search, userMenu, banner, children }: AppShellProps) {
  const pathname = usePathname();
  const [navigationOpen, setNavigationOpen] = useState(false);
  const section = currentItem([...items, ...lowerItems], pathname)?.label;
  return (
    <div className="flex h-dvh overflow-hidden">
      <SkipLink />
      <KeysDialog />
      <aside className="shrink-0 border-r max-md:hidden">
        <Sidebar items={items} lowerItems={lowerItems} />
      </aside>
      <Sheet
        open={navigationOpen}
        onOpenChange={setNavigationOpen}
        title="Navigation"
        hideTitle
        side="left"
        className="w-52"
      >
        <Sidebar items={items} lowerItems={lowerItems} onNavigate={() => setNavigationOpen(false)} />
      </Sheet>
      <div className="flex min-w-0 flex-1 flex-col">
        {banner}
        <TopBar
          where={section}
          search={search}
          userMenu={userMenu}
          onOpenNavigation={() => setNavigationOpen(true)}
        />
        <main
          id={MAIN_ID}
          tabIndex={-1}
          className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none"
        >
          {children}
        </main>
      </div>
    </div>
  );
}
