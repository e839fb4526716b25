import { recordKinds } from '#lib/catalog/registry.ts';
import type { MappableField } from './flows.contract.ts';

const hidden = 'hidden';

/**
 * The fields of a mapping for those who may not see personal values: of the normalised ones the plain keep their
 * sample, of the data's own paths none does, since nobody has said what they hold.
 */
export function hideInFields(fields: readonly MappableField[]): MappableField[] {
  return fields.map((field) =>
    field.sample === null || isPlain(field) ? field : { ...field, sample: hidden },
  );
}

function isPlain({ source }: MappableField): boolean {
  if (source.kind !== 'record') return false;
  const fields = recordKinds.find((kind) => kind.kind === source.record)?.fields ?? [];
  const field = fields.find((one) => one.key === source.field);
  // A plain text may be prose in which somebody is named; an id or an amount is not.
  return field?.class === 'plain' && field.type !== 'text';
}

/** A body that rows would send, for the same people: its fields, and none of its values. */
export function hideInBody(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(hideInBody);
  if (typeof body === 'object' && body !== null)
    return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, hideInBody(value)]));
  return body === null || body === '' || typeof body === 'boolean' ? body : hidden;
}
