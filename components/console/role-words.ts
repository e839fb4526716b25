import type { Role } from '#lib/auth/roles.ts';

/** What a role is called and what it lets a person or a program do, for whoever gives it. */
export const roleWords: Record<Role, { label: string; may: string }> = {
  viewer: { label: 'Viewer', may: 'looks at everything that is no secret, and changes nothing' },
  operator: {
    label: 'Operator',
    may: 'also acts: reads from Enerflo and changes things in it, one or many at once, releases refused requests, sends deliveries again, marks events as handled',
  },
  editor: { label: 'Editor', may: 'also decides what is sent where: flows, mappings, destinations' },
  admin: { label: 'Admin', may: 'also manages people, API tokens, accounts and their credentials' },
};
