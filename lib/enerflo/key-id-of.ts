import type { SecretBox } from '#lib/settings/secret-box.ts';

/** What names an API key in the table of limits without telling it: two accounts with one key share its limit. */
export function keyIdOf(box: SecretBox, baseUrl: string, key: string): Uint8Array<ArrayBuffer> {
  return box.mac('enerflo request limit', `${new URL(baseUrl).host}\n${key}`);
}
