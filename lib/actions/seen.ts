import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '#lib/json.ts';
import type { CurrentValues } from '#lib/operations/operation.ts';

const seenSchema = z.object({ stamp: z.string().nullable(), fields: z.record(z.string(), z.string()) });
type Seen = z.infer<typeof seenSchema>;

/**
 * Stands for today's values without telling them: a short hash a field (of its name, where only that is told), and
 * Enerflo's time of the whole.
 */
export function seenOf({ values, labels, stamp }: CurrentValues): string {
  const told = Object.entries({ ...labels, ...values });
  const fields = Object.fromEntries(told.map(([key, value]) => [key, hashOf(value)]));
  return Buffer.from(JSON.stringify({ stamp, fields } satisfies Seen)).toString('base64url');
}

/** What changed since somebody saw it. `fields` is empty where only something else of it changed; null: nothing did. */
export function changedSince(seen: string, current: CurrentValues): { fields: string[] } | null {
  const before = read(seen);
  const now = read(seenOf(current));
  if (!before || !now) return { fields: [] };
  const keys = new Set([...Object.keys(before.fields), ...Object.keys(now.fields)]);
  const fields = [...keys].filter((key) => before.fields[key] !== now.fields[key]);
  return fields.length > 0 || before.stamp !== now.stamp ? { fields } : null;
}

function read(seen: string): Seen | null {
  try {
    return seenSchema.parse(JSON.parse(Buffer.from(seen, 'base64url').toString()));
  } catch {
    return null;
  }
}

function hashOf(value: Json): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 10);
}
