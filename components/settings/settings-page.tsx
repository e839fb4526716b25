import { PageBody } from '#components/layout/page-body.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PersonalValues } from './personal-values.tsx';
import { PrivateAddresses } from './private-addresses.tsx';
import { SettingsNav } from './settings-nav.tsx';

/** The general settings: who sees personal values, and the private addresses that deliveries may reach. */
export function SettingsPage() {
  return (
    <div className="relative">
      <SettingsNav />
      <PageHeader title="General" />
      <PageBody narrow>
        <PersonalValues />
        <PrivateAddresses />
      </PageBody>
    </div>
  );
}
