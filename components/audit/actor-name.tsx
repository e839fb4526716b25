import { Badge } from '#components/ui/badge.tsx';
import type { AuditEntryItem } from '#lib/audit/audit.contract.ts';

/** Who did it: a person by name; a token and Heliograph itself say that they are none. */
export function ActorName({ actor }: { actor: AuditEntryItem['actor'] }) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      <span className="truncate">{actor.kind === 'system' ? 'Heliograph' : actor.name}</span>
      {actor.kind === 'token' && <Badge>API token</Badge>}
      {actor.kind === 'system' && <Badge>{actor.name === 'cli' ? 'command line' : actor.name}</Badge>}
    </span>
  );
}
