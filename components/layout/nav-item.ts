import type { ReactNode } from 'react';

/** One entry of the sidebar. */
export interface NavItem {
  href: string;
  label: string;
  /** Other pages that belong to it: it is marked while one of them is open. */
  within?: readonly string[];
  /** An element, such as `<Inbox />`. */
  icon: ReactNode;
  /** Only where a person must act; 0 shows nothing. */
  count?: number;
  /** What is counted, read out: `3 need a decision`. */
  countLabel?: string;
  /** Beneath it: saved views of its list with their counts. */
  views?: readonly NavView[];
}

/** A saved view of a list, beneath the list's entry. */
export interface NavView {
  /** What `view` is in the address of the list while it is shown. */
  id: string;
  href: string;
  label: string;
  /** `12` or `100+`. */
  count: string;
}

/** The entry whose page, or a page below it, is open: the one with the longest matching address. */
export function currentItem<Item extends Pick<NavItem, 'href' | 'within'>>(
  items: readonly Item[],
  pathname: string,
): Item | undefined {
  const reach = ({ href, within = [] }: Item) =>
    Math.max(...[href, ...within].map((address) => (isAt(pathname, address) ? address.length : 0)));
  return items.filter((item) => reach(item) > 0).toSorted((a, b) => reach(b) - reach(a))[0];
}

function isAt(pathname: string, address: string): boolean {
  return pathname === address || (address !== '/' && pathname.startsWith(`${address}/`));
}
