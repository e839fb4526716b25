import { DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import type { AttemptDto } from '#lib/delivery/delivery.schema.ts';
import { BodyView } from './body-view.tsx';
import { AttemptStateMark } from './delivery-state-mark.tsx';
import { durationWords } from './duration-words.ts';
import { Fold } from './fold.tsx';

/** Every try of a delivery, newest first; the newest is open. */
export function AttemptList({ attempts }: { attempts: readonly AttemptDto[] }) {
  return (
    <Section
      title={attempts.length === 1 ? 'One try' : `${attempts.length} tries`}
      description={attempts.length === 0 ? 'Nothing was sent yet.' : undefined}
    >
      <ol className="flex flex-col gap-2">
        {attempts.map((attempt, index) => (
          <li key={attempt.id} className="rounded border px-3 py-2">
            <Fold initiallyOpen={index === 0} summary={<Line attempt={attempt} />}>
              <Exchange attempt={attempt} open={index === 0} />
            </Fold>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Line({ attempt }: { attempt: AttemptDto }) {
  const { number, state, responseStatus, startedAt, endedAt } = attempt;
  return (
    <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-3 align-top tabular-nums">
      <span className="font-medium text-ink">Try {number}</span>
      <AttemptStateMark state={state} />
      {responseStatus !== null && <span>answered {responseStatus}</span>}
      {endedAt && <span>{durationWords(Date.parse(endedAt) - Date.parse(startedAt))}</span>}
      <RelativeTime iso={startedAt} className="text-ink-3" />
    </span>
  );
}

function Exchange({ attempt, open }: { attempt: AttemptDto; open: boolean }) {
  const { request, requestBody, responseStatus, responseHeaders, responseBody, error } = attempt;
  return (
    <>
      {error && <p className="text-13 text-ink-2 wrap-anywhere">{error.text}</p>}
      {responseStatus !== null && (
        <Fold initiallyOpen={open} summary={`Answer: ${responseStatus}`}>
          <Headers headers={responseHeaders ?? {}} />
          {responseBody ? (
            <BodyView text={responseBody} label="Answer" />
          ) : (
            <p className="text-13 text-ink-3">The answer had no data.</p>
          )}
        </Fold>
      )}
      <Fold initiallyOpen={open} summary="Request">
        <p className="font-mono text-12 wrap-anywhere">
          {request.method} {request.url}
        </p>
        <Headers headers={request.headers} />
        {requestBody && <BodyView text={requestBody} label="Data" />}
        {request.bodyTruncated && <p className="text-12 text-ink-3">Only the first 64 KB were kept.</p>}
      </Fold>
    </>
  );
}

function Headers({ headers }: { headers: Record<string, string> }) {
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <Fold summary={entries.length === 1 ? 'One header' : `${entries.length} headers`}>
      <DefinitionList
        items={entries.map(([term, value]) => ({
          term,
          value: <code className="font-mono text-12">{value}</code>,
        }))}
      />
    </Fold>
  );
}
