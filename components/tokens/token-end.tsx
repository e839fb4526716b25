import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { TokenItem } from '#lib/auth/tokens.contract.ts';

/** When a token ends or ended. */
export function TokenEnd({ token }: { token: TokenItem }) {
  const at = token.endedAt ?? token.expiresAt;
  return at ? <RelativeTime iso={at} /> : <span className="text-ink-2">no end</span>;
}
