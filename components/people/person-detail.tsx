import { roleWords } from '#components/console/role-words.ts';
import { Badge } from '#components/ui/badge.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { PersonActions } from './person-actions.tsx';
import { PersonStateMark } from './person-state-mark.tsx';

/** A person: how it is with their account, what can be done, facts. */
export function PersonDetail({ person }: { person: PersonItem }) {
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-16 font-medium wrap-anywhere">{person.name}</h2>
          <span className="text-13">
            <PersonStateMark person={person} />
          </span>
          {person.you && <Badge>you</Badge>}
        </div>
        <p className="text-13 text-ink-2">
          <Sentence person={person} />
        </p>
        <PersonActions person={person} />
      </header>
      <Section title="Account">
        <DefinitionList
          items={[
            { term: 'E-mail address', value: person.email, copy: person.email },
            {
              term: 'Role',
              value: roleWords[person.role].label,
              note: `A person with this role ${roleWords[person.role].may}.`,
            },
            { term: 'Second factor', value: person.secondFactor ? 'On' : 'Off' },
            { term: 'Last seen', value: person.lastSeenAt ? <ExactTime iso={person.lastSeenAt} /> : 'never' },
            { term: 'Added', value: <ExactTime iso={person.createdAt} /> },
            ...(person.tokens > 0
              ? [
                  {
                    term: 'API tokens',
                    value: <TextLink href="/tokens">{person.tokens} made by this person</TextLink>,
                    note:
                      person.state === 'deactivated'
                        ? 'Stopped while the account is deactivated.'
                        : undefined,
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </article>
  );
}

function Sentence({ person: { name, state, link } }: { person: PersonItem }) {
  if (state === 'deactivated') return `${name} cannot sign in. What they did here stays under their name.`;
  const end = link && <ExactTime iso={link.expiresAt} />;
  if (state === 'invited') {
    return link?.open ? (
      <>
        {name} has not chosen a password yet. The link counts until {end}.
      </>
    ) : (
      `The link of ${name} ended before it was used. Make a new one.`
    );
  }
  if (!link?.open) return `${name} can sign in.`;
  return (
    <>
      {name} can sign in, and has a link to choose a new password until {end}.
    </>
  );
}
