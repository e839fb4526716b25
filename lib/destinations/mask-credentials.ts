import { isCredentialHeader, isCredentialParameter } from '#lib/http/outbound/header-rules.ts';

export const masked = '•••';

/** Headers with the values of those that carry credentials masked. */
export function maskHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isCredentialHeader(name) ? masked : value]),
  );
}

/** An address with the values of parameters that carry credentials masked; left as it is where there are none. */
export function maskUrl(text: string): string {
  if (!URL.canParse(text)) return text;
  const url = new URL(text);
  const secret = [...new Set(url.searchParams.keys())].filter(isCredentialParameter);
  if (secret.length === 0) return text;
  for (const name of secret) url.searchParams.set(name, masked);
  return decodeURI(url.href);
}

/**
 * A text that came from outside, without the secrets we sent: some servers repeat what they were asked. With `cut`
 * the text ends somewhere, so the beginning of a secret at its end goes too.
 */
export function maskSecrets(text: string, secrets: readonly string[], cut = false): string {
  let clean = text;
  const longestFirst = [...new Set(secrets)]
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length);
  for (const secret of longestFirst) clean = clean.replaceAll(secret, masked);
  if (!cut) return clean;
  for (const secret of longestFirst) {
    for (let length = Math.min(secret.length - 1, clean.length); length >= 3; length--) {
      if (clean.endsWith(secret.slice(0, length))) return clean.slice(0, -length) + masked;
    }
  }
  return clean;
}
