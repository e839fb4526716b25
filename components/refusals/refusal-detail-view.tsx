import { HeaderFold } from '#components/console/header-fold.tsx';
import { sourceLabel } from '#components/events/source-label.ts';
import { Badge } from '#components/ui/badge.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { ShortId } from '#components/ui/short-id.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { refusalReasonWords } from '#lib/ingest/refusal-reasons.ts';
import type { RefusalDetail } from '#lib/ingest/refusals.contract.ts';
import { byteSizeWords } from './byte-size.ts';
import { RefusalActions } from './refusal-actions.tsx';
import { RefusalPreview } from './refusal-preview.tsx';
import { refusalSentence } from './refusal-sentence.ts';
import { RefusalStateMark } from './refusal-state-mark.tsx';

/** A refused request: what happened, what to do, what was sent. */
export function RefusalDetailView({ refusal }: { refusal: RefusalDetail }) {
  return (
    <article className="flex flex-col gap-6 p-4">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-16 font-medium">{refusalReasonWords(refusal.reason).label}</h2>
          <RefusalStateMark state={refusal.state} />
          {refusal.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <p className="text-13 text-ink-2 wrap-anywhere">{refusalSentence(refusal)}</p>
        {refusal.state === 'open' ? (
          refusal.cure && (
            <p className="text-13">
              <span className="font-medium">What to do: </span>
              {refusal.cure}
            </p>
          )
        ) : (
          <Settled refusal={refusal} />
        )}
        <RefusalActions refusal={refusal} />
        <div className="flex flex-wrap items-center gap-2 text-12 text-ink-3">
          <span>{sourceLabel[refusal.source]}</span>
          <RelativeTime iso={refusal.receivedAt} focusable />
          <ShortId id={refusal.id} of="refused request" />
        </div>
      </header>
      <Section title="Request">
        <DefinitionList
          items={[
            { term: 'Account', value: refusal.connection ?? 'not known' },
            { term: 'Event', value: refusal.eventName },
            { term: 'From', value: refusal.remoteAddress },
            {
              term: 'Content',
              value: [refusal.contentType, refusal.contentEncoding].filter(Boolean).join(', '),
            },
            { term: 'Query', value: refusal.query },
            {
              term: 'Size',
              value: byteSizeWords(refusal.byteSize),
              note: refusal.truncated ? 'Only the beginning of it was kept.' : undefined,
            },
          ].filter((item) => item.value)}
        />
        <HeaderFold headers={refusal.headers} />
      </Section>
      <Section title="Data">
        <RefusalPreview text={refusal.preview} cut={refusal.truncated} />
      </Section>
    </article>
  );
}

function Settled({ refusal }: { refusal: RefusalDetail }) {
  return (
    <p className="text-13">
      {refusal.settledBy ?? 'Someone'} {refusal.state} it
      {refusal.settledAt && (
        <>
          {' '}
          <RelativeTime iso={refusal.settledAt} focusable />
        </>
      )}
      . {refusal.eventId && <TextLink href={`/events/${refusal.eventId}`}>Open the event</TextLink>}
    </p>
  );
}
