import { randomBytes } from 'node:crypto';

/**
 * The headers of every answer that a browser shows. Scripts run only with the nonce of this answer; a rendered style
 * attribute is allowed, a style element is not.
 */
export function securityHeaders({ https }: { https: boolean }): {
  nonce: string;
  headers: Record<string, string>;
} {
  const nonce = randomBytes(18).toString('base64');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return {
    nonce,
    headers: {
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    },
  };
}
