/** Headers that belong to one connection, or that the client itself must write to be believed. */
const notSettable = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const credentialWords =
  /^(?:proxy-)?authori[sz]ation$|cookie|(?:^|[-_])(?:key|token|secret|password|passwd|signature|credentials?)$|^(?:x-)?auth(?:[-_]|$)|apikey|accesskey|authtoken/i;

/** Whether a header of this name usually carries a credential: `Authorization`, cookies, `X-Api-Key` and the like. */
export function isCredentialHeader(name: string): boolean {
  return credentialWords.test(name) && name.toLowerCase() !== 'idempotency-key';
}

/** Whether a query parameter of this name usually carries a credential. */
export function isCredentialParameter(name: string): boolean {
  return isCredentialHeader(name) || /^(?:sig|auth|code|hapikey|client_secret)$/i.test(name);
}

/** Why this header cannot be sent, in words; null where it can. */
export function headerProblem(name: string, value: string): string | null {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(name))
    return 'A header name has letters, digits and dashes only.';
  if (notSettable.has(name.toLowerCase())) return `The header ${name} is set by Heliograph itself.`;
  if (value.length > 8_000) return `The header ${name} is too long.`;
  // Anything but printable ASCII and tabs: a line break would start a header of its own.
  if (!/^[\t\x20-\x7e]*$/.test(value))
    return `The header ${name} has a line break or a character that headers cannot hold.`;
  return null;
}
