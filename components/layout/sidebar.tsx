'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';
import { Mark } from './mark.tsx';
import { currentItem, type NavItem, type NavView } from './nav-item.ts';

export interface SidebarProps {
  items: readonly NavItem[];
  /** Below, apart: settings and the like. */
  lowerItems?: readonly NavItem[];
  /** Called when a link is followed, so that a sheet can close. */
  onNavigate?: () => void;
}

/** The way to every page. A count shows only where a person must act. */
export function Sidebar({ items, lowerItems = [], onNavigate }: SidebarProps) {
  const pathname = usePathname();
  const current = currentItem([...items, ...lowerItems], pathname);
  const links = (group: readonly NavItem[]) =>
    group.map((item) => (
      <SidebarLink key={item.href} item={item} current={item === current} onNavigate={onNavigate} />
    ));
  return (
    <div className="flex h-full w-52 flex-col bg-surface-sunken">
      <div className="flex h-11 shrink-0 items-center gap-2 px-4 text-14 font-medium">
        <Mark className="size-5 text-accent" />
        Heliograph
      </div>
      <nav
        aria-label="Main"
        className="flex min-h-0 flex-1 flex-col justify-between gap-4 overflow-y-auto p-2"
      >
        <ul className="flex flex-col gap-0.5">{links(items)}</ul>
        {lowerItems.length > 0 && <ul className="flex flex-col gap-0.5">{links(lowerItems)}</ul>}
      </nav>
    </div>
  );
}

interface SidebarLinkProps {
  item: NavItem;
  current: boolean;
  onNavigate: (() => void) | undefined;
}

function SidebarLink({ item, current, onNavigate }: SidebarLinkProps) {
  const { href, label, icon, count = 0, countLabel, views = [] } = item;
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        onClick={onNavigate}
        className={clsx(
          'flex h-8 items-center gap-2 rounded px-2 text-13 pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
          current
            ? 'bg-surface-selected font-medium text-ink'
            : 'text-ink-2 hover:bg-surface-hover hover:text-ink',
        )}
      >
        {icon}
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {count > 0 && (
          <span className="text-12 font-medium text-attention tabular-nums">
            <span aria-hidden={countLabel ? true : undefined}>{count > 999 ? '999+' : count}</span>
            {countLabel && <span className="sr-only">, {countLabel}</span>}
          </span>
        )}
      </Link>
      {views.length > 0 && (
        <ul aria-label={`Views of ${label}`} className="flex flex-col gap-0.5">
          {views.map((view) => (
            <SidebarView key={view.id} view={view} within={current} onNavigate={onNavigate} />
          ))}
        </ul>
      )}
    </li>
  );
}

function SidebarView({
  view,
  within,
  onNavigate,
}: {
  view: NavView;
  within: boolean;
  onNavigate: SidebarLinkProps['onNavigate'];
}) {
  const shown = useSearchParams().get('view') === view.id && within;
  return (
    <li>
      <Link
        href={view.href}
        prefetch={false}
        aria-current={shown ? 'page' : undefined}
        onClick={onNavigate}
        className={clsx(
          'flex h-7 items-center gap-2 rounded pr-2 pl-8 text-13 pointer-coarse:h-10',
          shown ? 'font-medium text-ink' : 'text-ink-2 hover:bg-surface-hover hover:text-ink',
        )}
      >
        <span className="min-w-0 flex-1 truncate">{view.label}</span>
        <span className="text-12 tabular-nums">{view.count}</span>
      </Link>
    </li>
  );
}
