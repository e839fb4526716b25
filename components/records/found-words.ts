import type { FoundRecord } from '#lib/records/records.contract.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whose it is, and what: `Enerflo install 4453485`; of a uuid its end, as everywhere. */
export function foundWords({ about, label, externalId, environment }: FoundRecord): {
  name: string | null;
  what: string;
} {
  const id = uuid.test(externalId) ? externalId.slice(-8) : externalId;
  return { name: about, what: `${label} ${id}${environment === 'sandbox' ? ', sandbox' : ''}` };
}
