import { z } from 'zod';
import type { Source } from '#lib/catalog/event-type.ts';

/** What a sender shows to be let in: the key in the address, a Basic password, or the value of a header. */
export const credentialKinds = ['key', 'password', 'header'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

/** How long the credential before stays valid beside a new one. */
export const overlapSchema = z.enum(['1h', '1d', '7d', 'until-ended']);
export type Overlap = z.infer<typeof overlapSchema>;

/** Each overlap in words, and in hours (null: until somebody ends it). */
export const overlaps: Record<Overlap, { label: string; hours: number | null }> = {
  '1h': { label: '1 hour', hours: 1 },
  '1d': { label: '1 day', hours: 24 },
  '7d': { label: '7 days', hours: 168 },
  'until-ended': { label: 'until I end it', hours: null },
};

export const secretKindSchema = z.enum(['enerflo.api-key', 'crm.api-key']);
export type SecretKind = z.infer<typeof secretKindSchema>;

/** The credentials for calling the API of an account: whose they are and what they are called. */
export const secretKinds: Record<SecretKind, { source: Source; label: string }> = {
  'enerflo.api-key': { source: 'enerflo', label: 'Enerflo API key' },
  'crm.api-key': { source: 'crm', label: 'API key of the CRM' },
};

/** The kinds that an account of this source can have. */
export function secretKindsOf(source: Source): SecretKind[] {
  return secretKindSchema.options.filter((kind) => secretKinds[kind].source === source);
}
