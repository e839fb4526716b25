import { BodyView } from '#components/deliveries/body-view.tsx';
import { durationWords } from '#components/deliveries/duration-words.ts';
import { Fold } from '#components/deliveries/fold.tsx';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import type { ActionAttempt } from '#lib/actions/action.schema.ts';
import type { AttemptPurpose } from '#lib/actions/action-states.ts';
import { ActionErrorText } from './action-error.tsx';

const purposes: Record<AttemptPurpose, string> = {
  read: 'Read today’s values',
  write: 'Sent',
  'read-back': 'Read back',
  'look-up': 'Looked whether it arrived',
};

/** Every exchange that an action had with Enerflo, in order. */
export function ActionAttempts({ attempts }: { attempts: readonly ActionAttempt[] }) {
  if (attempts.length === 0) return null;
  return (
    <Section title={attempts.length === 1 ? 'One exchange' : `${attempts.length} exchanges`}>
      <ol className="flex flex-col gap-2">
        {attempts.map((attempt) => (
          <li key={attempt.id} className="rounded border px-3 py-2">
            <Fold summary={<Line attempt={attempt} />}>
              <Exchange attempt={attempt} />
            </Fold>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Line({ attempt }: { attempt: ActionAttempt }) {
  const { purpose, state, responseStatus, startedAt, endedAt } = attempt;
  return (
    <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-3 align-top tabular-nums">
      <span className="font-medium text-ink">{purposes[purpose]}</span>
      <span>{responseStatus === null ? stateWords[state] : `answered ${responseStatus}`}</span>
      {endedAt && <span>{durationWords(Date.parse(endedAt) - Date.parse(startedAt))}</span>}
      <RelativeTime iso={startedAt} className="text-ink-3" />
    </span>
  );
}

const stateWords: Record<ActionAttempt['state'], string> = {
  sending: 'on its way',
  answered: 'answered',
  failed: 'not answered',
  unknown: 'no answer came',
};

function Exchange({ attempt }: { attempt: ActionAttempt }) {
  const { request, requestBody, responseHeaders, responseBody, responseStatus, error } = attempt;
  return (
    <>
      {error && <ActionErrorText error={error} />}
      <p className="font-mono text-12 wrap-anywhere">
        {request.method} {request.url}
      </p>
      <Headers headers={request.headers} />
      {requestBody && <BodyView text={requestBody} label="Sent" />}
      {responseBody && <BodyView text={responseBody} label={`Answer ${responseStatus ?? ''}`.trim()} />}
      {responseHeaders && <Headers headers={responseHeaders} />}
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
