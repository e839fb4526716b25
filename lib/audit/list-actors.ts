import type { Db } from '#lib/db/database.ts';

type Named = { kind: 'user' | 'token'; id: string; name: string };

/** Everybody the audit log may name, people first, by name; those deactivated and tokens ended included. */
export async function listActors(db: Db): Promise<Named[]> {
  const select = { id: true, name: true } as const;
  const [people, tokens] = await Promise.all([
    db.user.findMany({ select, orderBy: { name: 'asc' } }),
    db.apiToken.findMany({ select, orderBy: { name: 'asc' } }),
  ]);
  return [
    ...people.map((person) => ({ kind: 'user' as const, ...person })),
    ...tokens.map((token) => ({ kind: 'token' as const, ...token })),
  ];
}
