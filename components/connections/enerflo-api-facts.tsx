import { type Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AccountApi } from '#lib/enerflo/enerflo.contract.ts';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import { chosenWords, leadBody, leadPhone, milestoneId } from './enerflo-api-words.ts';

/** The settings of an account in words, with what real answers showed of those that the sources disagree on. */
export function EnerfloApiFacts({ account }: { account: AccountApi }) {
  const { settings, baseUrl, proofs } = account;
  const { limit, noteAuthor, noteProduct, timeZone } = settings;
  const items: Definition[] = [
    { term: 'Address', value: <span className="font-mono text-12">{baseUrl}</span> },
    {
      term: leadBody.label,
      value: chosenWords(leadBody, settings),
      note: <Proof proof={proofs.leadBody} unproven={leadBody.unproven} />,
    },
    {
      term: leadPhone.label,
      value: chosenWords(leadPhone, settings),
      note: <Proof proof={proofs.leadPhone} unproven={leadPhone.unproven} />,
    },
    { term: 'Repeated leads', value: repeatWords(settings) },
    {
      term: milestoneId.label,
      value: chosenWords(milestoneId, settings),
      note: <Proof proof={proofs.milestoneId} unproven={milestoneId.unproven} />,
    },
    {
      term: 'Notes begin with',
      value: noteAuthor
        ? `[From Jane Smith in ${noteProduct}]:`
        : 'Nothing: Enerflo names the user of the key',
    },
    { term: 'Dates are of', value: timeZone ?? 'The time zone of the person who acts' },
    { term: 'Limit', value: `${limit.requests} requests in ${limit.seconds} seconds` },
  ];
  if (settings.installSlash) items.push({ term: 'Address of an install', value: 'Ends with a slash' });
  return <DefinitionList items={items} />;
}

function repeatWords({ leadRecordId }: EnerfloSettings): string {
  return leadRecordId
    ? 'Update the lead: each carries an id of ours'
    : 'Make another lead: none carries an id of ours';
}

function Proof({
  proof,
  unproven,
}: {
  proof: AccountApi['proofs'][keyof AccountApi['proofs']];
  unproven: string | undefined;
}) {
  if (!proof) return unproven;
  const { right, at, actionId } = proof;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <StatusMark tone={right ? 'good' : 'bad'} shape={right ? 'circle' : 'square'}>
        {right ? 'Enerflo kept what was sent' : 'Enerflo did not keep what was sent: try the other'}
      </StatusMark>
      <RelativeTime iso={at} focusable />
      {actionId && <TextLink href={`/actions/${actionId}`}>See the action</TextLink>}
    </span>
  );
}
