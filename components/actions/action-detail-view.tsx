import { Badge } from '#components/ui/badge.tsx';
import { type Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { ActionAttempts } from './action-attempts.tsx';
import { ActionButtons } from './action-buttons.tsx';
import { ActionFields } from './action-fields.tsx';
import { ActionSentence } from './action-sentence.tsx';
import { ActionStateMark } from './action-state-mark.tsx';
import { InsteadOf } from './instead-of.tsx';
import { recordWords } from './record-words.ts';
import { SettleByHand } from './settle-by-hand.tsx';

/** An action: what came of it, what can be done, what it changed, where it belongs, each exchange. */
export function ActionDetailView({ action }: { action: ActionDetail }) {
  return (
    <article className="flex max-w-240 flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 text-16 font-medium wrap-anywhere">
            {action.label}
            {action.about && (
              <>
                : <TextLine text={action.about} />
              </>
            )}
          </h2>
          <ActionStateMark state={action.state} />
          {action.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <ActionSentence action={action} />
        <InsteadOf action={action} />
        <ActionButtons action={action} />
        <SettleByHand action={action} />
        <UndoWords action={action} />
        <div className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
          <span>{action.actorName}</span>
          <RelativeTime iso={action.createdAt} focusable />
          <ShortId id={action.id} of="action" />
        </div>
      </header>
      <ActionFields action={action} />
      <Section title="Where it belongs">
        <DefinitionList items={belongings(action)} />
      </Section>
      <ActionAttempts attempts={action.attempts} />
    </article>
  );
}

/** What undoing does, why it can't be done any more, or what undid it. */
function UndoWords({ action }: { action: ActionDetail }) {
  const { undo, undoGone, undoneById, undoesId } = action;
  return (
    <div className="flex flex-col gap-1 text-12 text-ink-3 empty:hidden">
      {undo && <p>Undo: {undo}.</p>}
      {undoGone && <p>{undoGone}</p>}
      {undoneById && (
        <p>
          Undone by <TextLink href={`/actions/${undoneById}`}>a later action</TextLink>.
        </p>
      )}
      {undoesId && (
        <p>
          It takes back <TextLink href={`/actions/${undoesId}`}>an earlier action</TextLink>.
        </p>
      )}
    </div>
  );
}

function belongings({
  connectionId,
  connectionName,
  eventId,
  bulkId,
  recordKeys,
  recordIds,
}: ActionDetail): Definition[] {
  return [
    { term: 'Account', value: <TextLink href={`/accounts/${connectionId}`}>{connectionName}</TextLink> },
    ...(recordKeys.length > 0
      ? [
          {
            term: 'About',
            value: (
              <ul className="flex flex-col">
                {recordKeys.map((record) => (
                  <li key={record}>
                    <TextLink
                      href={
                        recordIds[record]
                          ? `/records/${recordIds[record]}`
                          : `/actions?${new URLSearchParams({ record })}`
                      }
                    >
                      {recordWords(record)}
                    </TextLink>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(eventId
      ? [{ term: 'Opened from', value: <TextLink href={`/events/${eventId}`}>An event</TextLink> }]
      : []),
    ...(bulkId
      ? [{ term: 'Bulk run', value: <TextLink href={`/bulk/${bulkId}`}>Open the bulk run</TextLink> }]
      : []),
  ];
}
