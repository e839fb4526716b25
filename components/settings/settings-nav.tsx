'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useRole } from '#components/console/role-context.tsx';
import { currentItem } from '#components/layout/nav-item.ts';
import { settingsPagesFor } from './settings-pages.ts';

/** The line above every page of Settings, with the pages that one may see; nothing where that is a single page. */
export function SettingsNav() {
  const pages = settingsPagesFor(useRole());
  const current = currentItem(pages, usePathname());
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  if (pages.length < 2) return null;
  return (
    <nav aria-label="Settings" className="shrink-0 border-b px-4">
      <ul className="-mx-4 flex gap-4 overflow-x-auto px-4">
        {pages.map((page) => (
          <li key={page.href} className="shrink-0">
            <Link
              href={page.href}
              ref={page === current ? here : undefined}
              aria-current={page === current ? 'page' : undefined}
              className={clsx(
                '-mb-px flex h-9 items-center border-b-2 px-0.5 text-13 font-medium outline-offset-[-2px] pointer-coarse:h-11',
                page === current ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink',
              )}
            >
              {page.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
