import { PageBody } from '#components/layout/page-body.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { AccountList } from './account-list.tsx';
import { PrivateAddresses } from './private-addresses.tsx';

/** Settings: the private addresses that deliveries may reach, and how senders reach each account. */
export function SettingsPage({ publicUrl }: { publicUrl: string }) {
  return (
    <div className="relative">
      <PageHeader title="Settings" />
      <PageBody narrow>
        <PrivateAddresses />
        <AccountList publicUrl={publicUrl} />
      </PageBody>
    </div>
  );
}
