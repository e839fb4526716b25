import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Role } from '#lib/auth/roles.ts';

/** What every procedure declares: the least role that may call it. Undeclared, nobody may, and a test fails. */
export type ProcedureMeta = { role: Role | null };

/** Where every contract begins. */
export const contract = oc.$meta<ProcedureMeta>({ role: null });

export const idSchema = z.uuid({ error: 'must be an id' });
/** A point in time, ISO 8601 UTC. */
export const instantSchema = z.iso.datetime({ offset: true });
export const environmentSchema = z.enum(['production', 'sandbox']);

/** `{ items, nextCursor }`: one page of a list, newest first; `nextCursor` null at the end. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** The query of every list: where to go on, and how many (50 unless told). */
export const pageQuery = {
  cursor: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
