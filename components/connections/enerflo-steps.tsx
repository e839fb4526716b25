import type { ReactNode } from 'react';
import type { HeardItem } from '#lib/connections/connections.contract.ts';
import { StepList } from './step-list.tsx';

/** Where webhooks are set in Enerflo 1.0 and 2.0, and which to subscribe, stage by stage of Enerflo's guide. */
export function EnerfloSteps({ heard }: { heard: readonly HeardItem[] }) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-13 text-ink-2">
        Enerflo’s guide says of every stage: “Requires an active Enerflo Webhook Event Subscription.” Most
        dealers need both versions, for some events exist only in one. The same address serves both: events
        are told apart by what is in them.
      </p>
      <StepList
        title="Enerflo 2.0 (“New integrations should use Enerflo 2.0 Events where available”)"
        steps={[
          <>
            Open <Place>https://your-company.enerflo.io/settings/webhooks</Place>, with your own company’s
            name in it.
          </>,
          'Add a webhook for each event below, and paste the address.',
          <Subscribe key="2" rows={ofVersion(heard, 'enerflo.v2.')} />,
        ]}
      />
      <StepList
        title="Enerflo 1.0"
        steps={[
          <>
            Open <Place>https://enerflo.io/company/settings</Place> and its part “Webhooks”.
          </>,
          'Add a webhook for each event below, and paste the same address.',
          <Subscribe key="1" rows={ofVersion(heard, 'enerflo.v1.')} />,
        ]}
      />
      <p className="text-12 text-ink-3">
        You do not find these pages? They need the right of an Enerflo admin; Enerflo Support can set the
        subscriptions too. Then create or change something small in Enerflo: it appears here within a second.
      </p>
    </div>
  );
}

function Place({ children }: { children: ReactNode }) {
  return <code className="font-mono text-12 wrap-anywhere">{children}</code>;
}

type Row = { name: string; guideStage: string };

/** The events of a version that a stage of the guide is about. */
function ofVersion(heard: readonly HeardItem[], prefix: string): Row[] {
  return heard.flatMap(({ type, guideStage, deprecated }) =>
    type.startsWith(prefix) && guideStage !== null && !deprecated
      ? [{ name: type.slice(prefix.length), guideStage }]
      : [],
  );
}

function Subscribe({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      Subscribe at least{' '}
      {rows.map(({ name, guideStage }, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Place>{name}</Place> ({guideStage})
        </span>
      ))}
      ; others are welcome.
    </>
  );
}
