import type { Actor } from '#lib/audit/audit.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { type ViewList, viewLists } from './view-query.schema.ts';
import type { View } from './views.contract.ts';

export const withOwner = { owner: { select: { name: true } } } as const;

export type ViewRow = Prisma.SavedViewGetPayload<{ include: typeof withOwner }>;

/** Which views someone sees: his own and those that others share; a token, which is no person, the shared ones. */
export function visibleTo(actor: Actor): Prisma.SavedViewWhereInput {
  return { OR: [{ shared: true }, ...(actor.kind === 'user' ? [{ ownerId: actor.id }] : [])] };
}

/** A row as the API gives it. */
export function viewOf(row: ViewRow, actor: Actor): View {
  const { id, name, query, shared, counted, owner, ownerId } = row;
  return {
    id,
    list: listNamed(row.list),
    name,
    query,
    shared,
    counted,
    own: ownerId === actor.id,
    ownerName: owner.name,
  };
}

/** What the audit log keeps of a view. */
export function auditedView({ list, name, query, shared, counted }: ViewRow) {
  return { list, name, query, shared, counted };
}

function listNamed(name: string): ViewList {
  const list = viewLists.find((known) => known === name);
  if (!list) throw new Error(`a view of the unknown list ${name}`);
  return list;
}
