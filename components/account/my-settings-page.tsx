import { PasswordSection } from '#components/auth/password-section.tsx';
import { SecondFactorSection } from '#components/auth/second-factor-section.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { MySessions } from '../sessions/my-sessions.tsx';
import { DefaultViews } from './default-views.tsx';
import { DisplaySettings } from './display-settings.tsx';

/** Everything that is one's own, a section each. */
export function MySettingsPage({ name, email }: { name: string; email: string }) {
  return (
    <div className="relative">
      <PageHeader title="My settings" description={name === email ? email : `${name}, ${email}`} />
      <PageBody narrow>
        <DisplaySettings />
        <DefaultViews />
        <PasswordSection />
        <SecondFactorSection />
        <MySessions />
      </PageBody>
    </div>
  );
}
