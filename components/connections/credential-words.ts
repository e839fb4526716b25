import type { CredentialKind } from '#lib/connections/connection-kinds.schema.ts';

/** The words of each kind of credential. */
export const credentialWords: Record<CredentialKind, { name: string; Name: string; rotate: string }> = {
  key: { name: 'key', Name: 'Key', rotate: 'Make a new address' },
  password: { name: 'password', Name: 'Password', rotate: 'Make a new password' },
  header: { name: 'header value', Name: 'Header value', rotate: 'Make a new header value' },
};
