import type { ReactNode } from 'react';
import { DefinitionList } from '#components/ui/definition-list.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { BodyView } from './body-view.tsx';
import { durationWords } from './duration-words.ts';
import { Fold } from './fold.tsx';

/** One HTTP exchange, whoever had it: credentials are masked before it is stored. */
interface Exchange {
  id: string;
  startedAt: string;
  endedAt: string | null;
  request: {
    method: string;
    url: string;
    headers: Record<string, string>;
    /** The body was longer than is kept. */
    bodyTruncated?: boolean;
  };
  requestBody: string;
  responseStatus: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
}

/** How one exchange is called: `Try 2`, how it ended, and what was wrong. */
interface ExchangeWords {
  name: string;
  ended?: ReactNode;
  error?: ReactNode;
}

interface ExchangeListProps<Each extends Exchange> {
  exchanges: readonly Each[];
  words: (exchange: Each) => ExchangeWords;
  /** What the body of a request is called: `Data`. */
  sentLabel: string;
  /** The first is open already. */
  firstOpen?: boolean;
}

/** Exchanges with a destination in the order given, each a line that opens: what was wrong, answer, request. */
export function ExchangeList<Each extends Exchange>({
  exchanges,
  words,
  sentLabel,
  firstOpen = false,
}: ExchangeListProps<Each>) {
  return (
    <ol className="flex flex-col gap-2">
      {exchanges.map((exchange, index) => {
        const { name, ended, error } = words(exchange);
        return (
          <li key={exchange.id} className="rounded border px-3 py-2">
            <Fold
              initiallyOpen={firstOpen && index === 0}
              summary={<Line exchange={exchange} name={name} ended={ended} />}
            >
              {error}
              <Answer exchange={exchange} />
              <Request exchange={exchange} sentLabel={sentLabel} />
            </Fold>
          </li>
        );
      })}
    </ol>
  );
}

function Line({
  exchange: { responseStatus, startedAt, endedAt },
  name,
  ended,
}: ExchangeWords & { exchange: Exchange }) {
  return (
    <span className="inline-flex max-w-[calc(100%-1.5rem)] flex-wrap items-center gap-x-3 align-top tabular-nums">
      <span className="font-medium text-ink">{name}</span>
      {ended}
      {responseStatus !== null && <span>answered {responseStatus}</span>}
      {endedAt && <span>{durationWords(Date.parse(endedAt) - Date.parse(startedAt))}</span>}
      <RelativeTime iso={startedAt} className="text-ink-3" />
    </span>
  );
}

function Answer({ exchange: { responseStatus, responseHeaders, responseBody } }: { exchange: Exchange }) {
  if (responseStatus === null) return null;
  return (
    <Fold initiallyOpen summary={`Answer: ${responseStatus}`}>
      <Headers headers={responseHeaders ?? {}} />
      {responseBody ? (
        <BodyView text={responseBody} label="Answer" contentType={responseHeaders?.['content-type']} />
      ) : (
        <p className="text-13 text-ink-3">The answer had no data.</p>
      )}
    </Fold>
  );
}

function Request({
  exchange: { request, requestBody },
  sentLabel,
}: {
  exchange: Exchange;
  sentLabel: string;
}) {
  return (
    <Fold initiallyOpen summary="Request">
      <p className="font-mono text-12 wrap-anywhere">
        {request.method} {request.url}
      </p>
      <Headers headers={request.headers} />
      {requestBody && <BodyView text={requestBody} label={sentLabel} />}
      {request.bodyTruncated && <p className="text-12 text-ink-3">Only the first 64 KB were kept.</p>}
    </Fold>
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
