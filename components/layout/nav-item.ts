import type { ReactNode } from 'react';

/** One entry of the sidebar. */
export interface NavItem {
  href: string;
  label: string;
  /** An element, such as `<Inbox />`. */
  icon: ReactNode;
  /** Only where a person must act; 0 shows nothing. */
  count?: number;
  /** What is counted, read out: `3 need a decision`. */
  countLabel?: string;
}

/** The entry whose page, or a page below it, is open: the one with the longest matching address. */
export function currentItem<Item extends { href: string }>(
  items: readonly Item[],
  pathname: string,
): Item | undefined {
  return items
    .filter(({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
