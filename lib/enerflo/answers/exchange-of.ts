import type { Answer } from '#lib/http/outbound/exchange.ts';
import { isCredentialHeader } from '#lib/http/outbound/header-rules.ts';
import type { EnerfloExchange } from '../enerflo-result.ts';
import { hideSecrets } from './hide-secrets.ts';

const keptCharacters = 64 * 1024;

type Sent = {
  method: string;
  url: string;
  /** Without the key. */
  headers: Record<string, string>;
  body: string | null;
  startedAt: Date;
};

/** An exchange that got no answer (yet), as it is kept. It ended now. */
export function requestExchange({ method, url, headers, body, startedAt }: Sent): EnerfloExchange {
  return {
    startedAt,
    endedAt: new Date(),
    request: { method, url, headers: { ...headers, 'api-key': '[hidden]' } },
    requestBody: hideSecrets(body ?? '').slice(0, keptCharacters),
    responseStatus: null,
    responseHeaders: null,
    responseBody: null,
  };
}

/** The same with its answer, cut to 64 KB and without credentials, the key among them should Enerflo repeat it. */
export function answerExchange(
  sent: EnerfloExchange,
  { status, headers, body }: Pick<Answer, 'status' | 'headers' | 'body'>,
  key: string,
): EnerfloExchange {
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    isCredentialHeader(name) ? '[hidden]' : value.replaceAll(key, '[hidden]'),
  ]);
  return {
    ...sent,
    responseStatus: status,
    responseHeaders: Object.fromEntries(shown),
    responseBody: hideSecrets(kept(body, key)),
  };
}

/** The beginning of a body without the key, also where the cut would go through it. */
function kept(body: string, key: string): string {
  const start = body.slice(0, keptCharacters + key.length);
  return start.replaceAll(key, '[hidden]').slice(0, keptCharacters);
}
