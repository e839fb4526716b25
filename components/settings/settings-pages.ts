import { allows, type Role } from '#lib/auth/roles.ts';

export interface SettingsPageEntry {
  href: string;
  label: string;
  /** The least role that sees the page; the page itself declares the same. */
  role: Role;
}

/** Every page of Settings, in the order of their line. A new one is one line here. */
export const settingsPages: readonly SettingsPageEntry[] = [
  { href: '/settings', label: 'General', role: 'editor' },
  { href: '/people', label: 'People', role: 'admin' },
  { href: '/tokens', label: 'API tokens', role: 'admin' },
  { href: '/sessions', label: 'Sessions', role: 'admin' },
  { href: '/audit', label: 'Audit log', role: 'admin' },
];

/** The pages of Settings that `role` may see. */
export function settingsPagesFor(role: Role): SettingsPageEntry[] {
  return settingsPages.filter((page) => allows(role, page.role));
}
