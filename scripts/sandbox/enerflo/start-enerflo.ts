import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listen } from '../shared/listen.ts';
import { plainHeaders } from '../shared/plain-headers.ts';
import { createRuleQueue, type RuleQueue } from '../shared/rule-queue.ts';
import { answerApi } from './answering/answer-api.ts';
import { answerStandIn } from './answering/answer-stand-in.ts';
import { createLimiter, type Limiter } from './answering/limiter.ts';
import { createReceived, type Received, type ReceivedList } from './answering/received.ts';
import type { Rule } from './answering/rule.ts';
import { page } from './page.ts';
import { type Settings, type SettingsInput, settingsSchema } from './settings.ts';
import { createState, type State, type StateInput } from './state/create-state.ts';

/** The key that opens it, unless others are given. */
export const sandboxApiKey = 'sandbox-enerflo-key';

export type EnerfloInput = Omit<StateInput, 'settings'> & {
  /** 0 takes any free one. */
  port: number;
  apiKeys?: readonly string[];
  settings?: SettingsInput;
  /** Asked first about each path under `/_stand-in/`; true where it has answered (or will). */
  extra?: (
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
  ) => boolean | Promise<boolean>;
};

export type StandInEnerflo = Listening & {
  state: State;
  /** May be changed in place while it runs. */
  settings: Settings;
  /** What came to the API, oldest first. */
  received: ReceivedList;
  rules: RuleQueue<Rule>;
  limiter: Limiter;
};

/**
 * Starts a stand-in Enerflo REST API on 127.0.0.1, written from what is known of the real one in the field. What it
 * is told beside that goes to `/_stand-in/…`; a person finds a page at `/`.
 */
export async function startEnerflo(input: EnerfloInput): Promise<StandInEnerflo> {
  const settings = settingsSchema.parse(input.settings ?? {});
  const state = createState({ ...input, settings });
  const standing = {
    state,
    settings,
    apiKeys: new Set(input.apiKeys ?? [sandboxApiKey]),
    limiter: createLimiter(() => settings.limit),
    rules: createRuleQueue<Rule>(),
  };
  const received = createReceived();

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    const method = request.method ?? 'GET';
    const url = new URL(path, 'http://sandbox');
    if (url.pathname.startsWith('/_stand-in/')) {
      if (await input.extra?.(request, response, url.pathname)) return;
      const answer = answerStandIn(standing, received, { method, url, body: await text(request) });
      if (!answer) return response.writeHead(404).end(`Nothing at ${method} ${url.pathname}.`);
      return response.writeHead(answer.status, answer.headers).end(answer.body);
    }
    if (method === 'GET' && url.pathname === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(page(standing, received));
    }
    const one: Received = {
      receivedAt: new Date().toISOString(),
      method,
      path,
      headers: plainHeaders(request),
      body: await text(request),
      status: null,
      ruled: false,
    };
    received.add(one);
    await answerApi(standing, one, response);
  };
  const listening = await listen('Stand-in Enerflo', input.port, handle);
  return { ...listening, state, settings, received, rules: standing.rules, limiter: standing.limiter };
}
