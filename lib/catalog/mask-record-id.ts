import { maskOf } from './mask-kind.ts';
import { personalLook } from './mask-patterns.ts';
import { recordKinds } from './registry.ts';

/**
 * The id of a record as everybody may see it. A composed id loses the parts that are read where a personal field is
 * (the time of a credit check); an id that looks like an e-mail address or a telephone number is masked.
 */
export function maskRecordId(kind: string, id: string): string {
  const known = recordKinds.find((one) => one.kind === kind);
  const personal = new Set(
    (known?.fields ?? []).filter((field) => field.class !== 'plain').flatMap((field) => field.from),
  );
  const parts = known?.idParts?.length && id.includes('|') ? id.split('|') : [id];
  return parts
    .map((part, index) => {
      const from = parts.length > 1 ? (known?.idParts?.[index]?.from ?? []) : [];
      if (part !== '' && from.some((path) => personal.has(path))) return maskOf('text', part);
      const look = personalLook(part);
      return look && !/^\d+$/.test(part) ? maskOf(look, part) : part;
    })
    .join('|');
}
