import type { Answer } from '#lib/http/outbound/exchange.ts';
import type { Json } from '#lib/json.ts';
import { enerfloFailure } from '../enerflo-failure.ts';
import type { EnerfloExchange, EnerfloFailureCode, EnerfloResult } from '../enerflo-result.ts';
import { type AnswerContent, contentOf } from './content-of.ts';
import { failureInSuccess } from './failure-in-success.ts';
import { refusedKeys } from './refused-keys.ts';
import { saidIn } from './said-in.ts';

export type AnswerToRead = Pick<Answer, 'status' | 'headers' | 'body' | 'bodyTruncated'> & {
  exchange: EnerfloExchange;
  /** So that no words repeat it, should Enerflo. */
  key: string;
  /** Seconds, of a refusal because of the limit. */
  retryAfter: number | null;
};

/**
 * What an answer means, by its status and content type before anything is parsed: Enerflo answers HTML where it refuses
 * (429 among them), `success: false` and plain words with status 200, and cuts off (field facts 1 and 5.12). `body` is
 * the whole answer, not what is kept of it.
 */
export function readAnswer(answer: AnswerToRead): EnerfloResult {
  const { status, exchange, retryAfter } = answer;
  const content = contentOf(answer);
  const fail = (code: EnerfloFailureCode, said = saidIn(content)) =>
    enerfloFailure(code, {
      said: said?.replaceAll(answer.key, '[hidden]') ?? null,
      refused: refusedKeys(content).map((each) => ({
        ...each,
        words: each.words.replaceAll(answer.key, '[hidden]'),
      })),
      status,
      retryAfter,
      exchange,
    });

  if (status < 200 || status >= 300) return fail(codeOfStatus(answer));
  // A body may be missing, but not a part of one: what came of it says nothing for sure.
  if (answer.bodyTruncated) return fail('CUT', null);
  const wrong = failureInSuccess(content);
  if (wrong) return fail(wrong);
  return { ok: true, status, body: bodyOf(content), exchange };
}

function bodyOf(content: AnswerContent): Json {
  if (content.kind === 'json') return content.value;
  return content.kind === 'text' ? content.text : null;
}

function codeOfStatus({ status, headers }: AnswerToRead): EnerfloFailureCode {
  if (status === 401) return 'KEY_REFUSED';
  if (status === 403) return 'NOT_ALLOWED';
  if (status === 404 || status === 410) return 'NOT_THERE';
  if (status === 429) return 'LIMIT';
  if (status === 408 || status === 504) return 'NO_ANSWER';
  if (status >= 500) return 'FAILED';
  if (status >= 400) return 'REFUSED';
  // A key that is not taken may be sent to the page where people sign in.
  return /login|sign-?in/i.test(headers.location ?? '') ? 'KEY_REFUSED' : 'ADDRESS';
}
