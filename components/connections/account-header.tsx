'use client';

import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { sourceLabel } from '#components/events/source-label.ts';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ConnectionDetail } from '#lib/connections/connections.contract.ts';
import { EnvironmentBadge } from './account-columns.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SwitchDialog } from './switch-dialog.tsx';
import { TestDialog } from './test-dialog.tsx';

type Asking = 'test' | 'rename' | 'switch' | null;

/** What the account is, whether it is well, and what an admin can do with it. */
export function AccountHeader({ account }: { account: ConnectionDetail }) {
  const mayChange = useMay('admin');
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const off = account.disabledAt !== null;
  return (
    <>
      <PageHeader
        back={<TextLink href="/accounts">Accounts</TextLink>}
        title={account.name}
        mark={<EnvironmentBadge account={account} />}
        description={<Sentence account={account} />}
        actions={
          mayChange && (
            <>
              <Button onClick={() => setAsking('rename')}>Rename</Button>
              <Button onClick={() => setAsking('switch')}>{off ? 'Switch on' : 'Switch off'}</Button>
              <Button
                variant="primary"
                disabled={off || account.addresses.length === 0}
                onClick={() => setAsking('test')}
              >
                Send yourself a test
              </Button>
            </>
          )
        }
      />
      {asking === 'test' && <TestDialog account={account} onClose={close} />}
      {asking === 'rename' && <RenameDialog account={account} onClose={close} />}
      {asking === 'switch' && <SwitchDialog account={account} onClose={close} />}
    </>
  );
}

function Sentence({ account }: { account: ConnectionDetail }) {
  const may = useMay('admin');
  const { source, name, disabledAt, lastHeardAt, addresses, id } = account;
  const who = name === sourceLabel[source] ? 'It' : `This ${sourceLabel[source]} account`;
  if (disabledAt !== null) {
    return (
      <>
        Switched off <RelativeTime iso={disabledAt} focusable />: it takes nothing in. What senders try to
        send waits under <TextLink href="/refusals">Refused</TextLink>.
      </>
    );
  }
  if (addresses.length === 0) return 'It has no incoming address yet, so nothing can come.';
  if (lastHeardAt === null)
    return may
      ? `${who} was never heard. Give its sender the address below, or send yourself a test.`
      : `${who} was never heard.`;
  return (
    <>
      {who} was last heard <RelativeTime iso={lastHeardAt} focusable />.{' '}
      <TextLink href={`/events?connection=${id}`}>Its events</TextLink>
    </>
  );
}
