/** Values of JSON fields that are credentials, cut ones too; numbers and booleans are none. */
const fields =
  /("(?:[\w-]*(?:password|passwd|secret|api[_-]?key|token|authorization))"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|$)/gi;
/** What lets the bearer of an address in: signatures of file links, tokens. */
const parameters =
  /([?&](?:x-amz-(?:signature|credential|security-token)|sig|signature|token|api[_-]key)=)[^&"\s\\]+/gi;

/** A body as it may be kept and shown: without credentials, else unchanged. */
export function hideSecrets(text: string): string {
  return text.replace(fields, '$1"[hidden]"').replace(parameters, '$1[hidden]');
}
