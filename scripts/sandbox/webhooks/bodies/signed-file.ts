import { createHash } from 'node:crypto';

const hours = 4;

/** The address of a file, signed for a few hours from `at` (ms since 1970): another one with every copy. */
export function signedFile(id: string, name: string, at: number): string {
  const expires = Math.floor(at / 1000) + hours * 3_600;
  const signature = createHash('sha1').update(`${id}${expires}`).digest('base64');
  const query = new URLSearchParams({
    AWSAccessKeyId: 'MADEUPACCESSKEY',
    Expires: String(expires),
    Signature: signature,
    'response-content-disposition': `inline; filename="${name}"`,
  });
  return `https://files.example.com/enerflo-deal-files/${id}/${encodeURIComponent(name)}?${query}`;
}
