import { RelativeTime } from '#components/ui/relative-time.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import type { ConnectionItem } from '#lib/connections/connections.contract.ts';

/** Whether anything comes from an account. */
export function AccountStateMark({
  account,
}: {
  account: Pick<ConnectionItem, 'disabledAt' | 'lastHeardAt'>;
}) {
  if (account.disabledAt !== null)
    return (
      <StatusMark tone="muted" shape="ring">
        Switched off
      </StatusMark>
    );
  if (account.lastHeardAt === null)
    return (
      <StatusMark tone="neutral" shape="ring">
        Never heard
      </StatusMark>
    );
  return (
    <StatusMark tone="good" shape="circle">
      Last heard <RelativeTime iso={account.lastHeardAt} />
    </StatusMark>
  );
}
