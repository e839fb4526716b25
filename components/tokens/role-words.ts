import type { Role } from '#lib/auth/roles.ts';

/** What a role may, as one chooses it. */
export const roleWords: Record<Role, { label: string; may: string }> = {
  viewer: { label: 'Viewer', may: 'Reads events, deliveries, flows and cases; changes nothing.' },
  operator: {
    label: 'Operator',
    may: 'Also acts: releases refused requests, sends deliveries again, marks events.',
  },
  editor: { label: 'Editor', may: 'Also decides what is sent where: flows, mappings, destinations.' },
  admin: { label: 'Admin', may: 'May everything, people and tokens included. Few programs need this.' },
};
