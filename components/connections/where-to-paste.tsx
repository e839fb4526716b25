import { Section } from '#components/ui/section.tsx';
import type { ConnectionDetail } from '#lib/connections/connections.contract.ts';
import { CrmSteps } from './crm-steps.tsx';
import { EnerfloSteps } from './enerflo-steps.tsx';
import { SunnovaSteps } from './sunnova-steps.tsx';

/** What to do at the sender, step by step. */
export function WhereToPaste({ account }: { account: ConnectionDetail }) {
  const titles = {
    enerflo: 'Where to paste it in Enerflo',
    sunnova: 'What to send to Sunnova',
    crm: 'Where to paste it in your CRM',
  };
  return (
    <Section title={titles[account.source]}>
      {account.source === 'enerflo' && <EnerfloSteps heard={account.heard} />}
      {account.source === 'sunnova' && <SunnovaSteps account={account} />}
      {account.source === 'crm' && <CrmSteps />}
    </Section>
  );
}
