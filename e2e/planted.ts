import { sandboxApiKey } from '../scripts/sandbox/enerflo/start-enerflo.ts';

/**
 * Secrets that are looked for wherever the console says anything: made-up ones, one for each field of the console,
 * each setting and each place of a request that takes a credential, and the key with which Enerflo is really called.
 */
export const planted = {
  usedApiKey: sandboxApiKey,
  enerfloApiKey: 'planted-enerflo-api-key-5f1c',
  crmApiKey: 'planted-crm-api-key-91ab',
  refusedApiKey: 'planted-refused-api-key-6e0f',
  baseUrlPassword: 'planted-base-url-password-a7',
  addressHeader: 'planted-address-header-77de',
  metricsToken: 'planted-metrics-token-4d90',
  destinationToken: 'planted-destination-token-02c4',
  destinationPassword: 'planted-destination-password-c3',
  destinationHeader: 'planted-destination-header-1b',
  destinationParameter: 'planted-destination-parameter-e5',
  destinationUser: 'planted-destination-user-f2',
  newPassword: 'planted-new-password-38',
  resetPassword: 'planted-reset-password-b6',
  wrongPassword: 'planted-wrong-password-d8',
  wrongCode: 'planted-wrong-code-1e',
  wrongToken: 'planted-wrong-token-5a',
  wrongLink: 'planted-wrong-link-c9',
  wrongHeader: 'planted-wrong-header-4a',
  wrongBasic: 'planted-wrong-basic-6b',
  strangeBearer: 'planted-strange-bearer-9c',
  strangeApiKey: 'planted-strange-api-key-2d',
  strangeCookie: 'planted-strange-cookie-8f',
  strangeParameter: 'planted-strange-parameter-3b',
} as const;

/** The secrets that stand in a text, by name: those planted, those given in `more`, and encoded forms of them. */
export function secretsIn(text: string, more: Record<string, string> = {}): string[] {
  return Object.entries({ ...planted, ...more }).flatMap(([name, secret]) => {
    const forms = new Set([
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      encodeURIComponent(secret),
    ]);
    return [...forms].some((form) => text.includes(form)) ? [name] : [];
  });
}
