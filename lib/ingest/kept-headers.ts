import { decoded } from './address.ts';
import type { Arrival } from './arrival.ts';
import type { KnownEndpoint } from './endpoint-directory.ts';
import { storable } from './storable.ts';

/** Headers and query parameters that carry credentials: their names are kept, their values never. */
const secretHeader =
  /authori[sz]ation|cookie|key|token|secret|passw|pwd|signature|credential|session|jwt|auth$|^x-heliograph-test$/i;
const harmless = 'idempotency-key';
const secretParameter =
  /key|token|secret|pass|pwd|signature|credential|session|jwt|auth|(^|[^a-z])(sig|code)([^a-z]|$)/i;
const mask = '•••';

/**
 * The headers of a request as they may be stored. What an admin made a credential of is none to store, nor what was one
 * before: a sender may go on sending it. A proxy may repeat the address in a header: the key in it is masked there too.
 */
export function keptHeaders(
  { headers, path }: Pick<Arrival, 'headers' | 'path'>,
  endpoint: Pick<KnownEndpoint, 'headerName' | 'pastHeaders'> | null,
): Record<string, string> {
  const masked = [endpoint?.headerName ?? [], endpoint?.pastHeaders ?? []]
    .flat()
    .map((name) => name.toLowerCase());
  const keys = keysIn(path);
  const kept: Record<string, string> = {};
  for (const name in headers) {
    const secret = (secretHeader.test(name) && name !== harmless) || masked.includes(name);
    kept[name] = secret ? mask : storable(withoutKeys(headers[name] ?? '', keys).slice(0, 4_000));
  }
  return kept;
}

/** The value of a header that is kept in a column of its own. */
export function headerText(value: string | undefined): string | null {
  return value === undefined ? null : storable(value.slice(0, 200));
}

/** The query string as it may be stored. */
export function keptQuery({ query, path }: Pick<Arrival, 'query' | 'path'>): string {
  if (query === '') return '';
  const parameters = new URLSearchParams(query);
  const secret = [...new Set(parameters.keys())].filter((name) => secretParameter.test(name));
  for (const name of secret) parameters.set(name, mask);
  const kept = secret.length > 0 ? parameters.toString() : query;
  return storable(withoutKeys(kept, keysIn(path)).slice(0, 8_000));
}

/** The key in the address of an Enerflo or CRM webhook, as it was written and as it is meant. */
function keysIn(path: string): string[] {
  const [source, written] = path.split('/');
  if (source === 'sunnova' || !written) return [];
  // A word this short is no key of ours, and would blacken half of the text.
  return [written, decoded(written)].filter((key) => key.length >= 8);
}

function withoutKeys(text: string, keys: string[]): string {
  return keys.reduce((left, key) => left.replaceAll(key, mask), text);
}
