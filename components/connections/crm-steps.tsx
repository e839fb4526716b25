'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Tabs } from '#components/ui/tabs.tsx';
import { StepList } from './step-list.tsx';

const kinds = ['any', 'hubspot', 'monday', 'salesforce'] as const;

/** The steps of each kind of CRM whose webhooks are understood. All of them use the one address. */
export function CrmSteps() {
  const [kind, setKind] = useQueryState('crm', parseAsStringLiteral(kinds).withDefault('any'));
  return (
    <Tabs
      label="Kind of CRM"
      value={kind}
      onValueChange={(value) => void setKind(kinds.find((each) => each === value) ?? 'any')}
      tabs={[
        { value: 'any', label: 'Any (JSON or form)', content: <AnySteps /> },
        { value: 'hubspot', label: 'HubSpot', content: <HubSpotSteps /> },
        { value: 'monday', label: 'monday.com', content: <MondaySteps /> },
        { value: 'salesforce', label: 'Salesforce', content: <SalesforceSteps /> },
      ]}
    />
  );
}

/** What goes behind the address. */
function Ending({ text }: { text: string }) {
  return <code className="font-mono text-12 whitespace-nowrap">{text}</code>;
}

function AnySteps() {
  return (
    <StepList
      title="A CRM, Zapier, Make or a program of your own"
      steps={[
        'Choose the step that sends a webhook (often “Webhook”, “HTTP request” or “POST”) with the method POST, and paste the address.',
        'Send the data as JSON or as a form. One request may hold a list of several events.',
        <>
          Where the data does not say what happened in a field “event” or “type”, put it behind the address:{' '}
          <Ending text="?event=contact.updated" />
        </>,
        'If you can, send an id of each happening in the header “webhook-id”: the same one sent twice then counts once, however late.',
      ]}
    />
  );
}

function HubSpotSteps() {
  return (
    <StepList
      title="HubSpot"
      steps={[
        'Open your private app (Settings, Integrations, Private apps), or make one, and go to its “Webhooks”.',
        'Paste the address as “Target URL”.',
        'Create the subscriptions you want, such as contact.propertyChange, deal.creation, and activate them.',
        'HubSpot sends up to 100 events in one request; each becomes an event of its own here, named as in HubSpot.',
      ]}
    />
  );
}

function MondaySteps() {
  return (
    <StepList
      title="monday.com"
      steps={[
        'Open the board, then “Integrate”, and look for “Webhooks”.',
        <>
          Choose a recipe, such as “When a column changes, send a webhook”, and paste the address with the
          name of the event behind it: <Ending text="?event=column.changed" />
        </>,
        'monday.com asks the address a question (its “challenge”) before it takes it. It is answered by itself.',
        'Repeat this for each happening and each board.',
      ]}
    />
  );
}

function SalesforceSteps() {
  return (
    <StepList
      title="Salesforce outbound message"
      steps={[
        'In Setup look for “Outbound Messages”, make a new one, choose the object, and paste the address as “Endpoint URL”.',
        'Choose the fields to send; leave “Send Session ID” off.',
        'Have a flow (or a workflow rule) send it: in a record-triggered flow add the action “Outbound Message”.',
        'Salesforce waits for an acknowledgement, which it gets; until then it sends the message again for a day. Events are named after the object, such as Opportunity.',
      ]}
    />
  );
}
