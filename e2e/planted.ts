/** Made-up secrets, one for each field of the console and each place of a request that takes a credential. */
export const planted = {
  enerfloApiKey: 'planted-enerflo-api-key-5f1c',
  crmApiKey: 'planted-crm-api-key-91ab',
  addressHeader: 'planted-address-header-77de',
  destinationToken: 'planted-destination-token-02c4',
  destinationPassword: 'planted-destination-password-c3',
  wrongPassword: 'planted-wrong-password-d8',
  wrongCode: 'planted-wrong-code-1e',
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
    const forms = [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      encodeURIComponent(secret),
    ];
    return forms.some((form) => text.includes(form)) ? [name] : [];
  });
}
