import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isJsonObject, parsedJson } from '../../shared/json.ts';
import type { RuleQueue } from '../../shared/rule-queue.ts';
import { routes } from '../endpoints/routes.ts';
import type { Settings } from '../settings.ts';
import type { State } from '../state/create-state.ts';
import type { User } from '../state/rows.ts';
import { type Answer, htmlAnswer, jsonAnswer, Refusal } from './answer.ts';
import { findRoute } from './find-route.ts';
import type { Limiter } from './limiter.ts';
import type { Received } from './received.ts';
import { type Rule, ruleFits } from './rule.ts';
import { toldAnswer } from './told-answer.ts';

/** A stand-in Enerflo: what it knows and how it behaves. */
export type Standing = {
  state: State;
  settings: Settings;
  apiKeys: ReadonlySet<string>;
  limiter: Limiter;
  rules: RuleQueue<Rule>;
};

/** Answers one request of the API as Enerflo would: its key, its limit, what it was told to do, then the request. */
export async function answerApi(
  standing: Standing,
  request: Received,
  response: ServerResponse,
): Promise<void> {
  const { settings, limiter, rules, apiKeys } = standing;
  const url = new URL(request.path, 'http://sandbox');
  const send = (answer: Answer) => {
    request.status = answer.status;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };

  const key =
    request.headers['api-key'] ?? url.searchParams.get('api_key') ?? url.searchParams.get('api-key');
  const user: User | undefined = [...standing.state.users.values()][0];
  if (!key || !apiKeys.has(key) || !user) {
    return send(jsonAnswer(401, { message: 'Unauthenticated.' }));
  }

  const spent = limiter.spend(key);
  response.setHeader('x-ratelimit-limit', settings.limit.requests);
  response.setHeader('x-ratelimit-remaining', spent.allowed ? spent.remaining : 0);
  response.setHeader('cache-control', 'no-cache, private');
  if (!spent.allowed) {
    response.setHeader('retry-after', spent.retryAfter);
    response.setHeader('x-ratelimit-reset', spent.reset);
    response.setHeader('connection', 'close');
    return send(htmlAnswer(429));
  }

  const struck = rules.next((one) => ruleFits(one, request.method, url.pathname));
  request.ruled = struck !== null;
  const rule = struck ?? {};
  if (rule.slow) await wait(rule.slow);
  if (rule.hang === true) return;
  if (rule.cut === 'before-store') return void response.destroy();
  const told = toldAnswer(rule);
  if (told) return send(told);

  const answer = answerOf(standing, request, url, user);
  if (rule.hang === 'after-store') return;
  if (rule.cut === 'after-store') return void response.destroy();
  send(answer);
}

function answerOf({ state, settings }: Standing, request: Received, url: URL, user: User): Answer {
  const found = findRoute(routes, request.method, url.pathname);
  if (found === 'nothing') return htmlAnswer(404);
  if (found === 'method') return htmlAnswer(405);
  const json = parsedJson(request.body);
  const body = isJsonObject(json) ? json : {};
  try {
    return found.route.answer({ params: found.params, query: url.searchParams, body, state, settings, user });
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}
