import type { Agent } from 'undici';
import type { AllowList } from './address-rules.ts';
import { type Answer, exchange } from './exchange.ts';
import { guardedAgent, type Resolve, resolveHost } from './guarded-agent.ts';
import { headerProblem, isCredentialHeader } from './header-rules.ts';
import { type OutboundFailure, outboundFailure } from './outbound-failure.ts';

export type OutboundRequest = {
  method: string;
  /** http or https, without a user name or password. */
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** For everything: finding the host, connecting, redirects, reading the answer. Milliseconds. */
  timeoutMs: number;
  /** Private addresses that may be reached all the same (`parseAllowList`). */
  allow: AllowList;
  /** How much of the answer is read and given; 64 KB unless told. */
  mostBytes?: number;
  /** Ends the request early, as the time limit does. */
  signal?: AbortSignal;
  /** How host names are found; the system's way unless told. */
  resolve?: Resolve;
};

export type OutboundResult = Answer | OutboundFailure;

const mostRedirects = 3;
// One agent, so one set of kept connections, for each way of checking: a connection made under one allow list
// must not serve a request under another.
const agents = new Map<Resolve, Map<string, Agent>>();

/**
 * Sends one request to an address that people typed in, without letting it reach where it must not. Every answer
 * with a status is an answer, redirects that are not followed included; anything else is a failure that says
 * whether the request may have arrived. Never throws for what the network does.
 *
 * Redirects are followed at most 3 times, each address checked anew: 307 and 308 keep method and body; 301, 302
 * and 303 are followed for reads only. Credentials go to the first origin only.
 */
export async function sendRequest(request: OutboundRequest): Promise<OutboundResult> {
  const { method, body, mostBytes, allow, timeoutMs, resolve = resolveHost } = request;
  let url = usableUrl(request.url);
  if (typeof url === 'string') return outboundFailure('URL_REFUSED', 'no', url);
  for (const [name, value] of Object.entries(request.headers)) {
    const problem = headerProblem(name, value);
    if (problem) return outboundFailure('HEADER_REFUSED', 'no', problem);
  }

  const agent = agentFor(allow, resolve);
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = request.signal ? AbortSignal.any([limit, request.signal]) : limit;
  let headers = request.headers;
  for (let hop = 0; ; hop++) {
    const result = await exchange(agent, { method, url, headers, body, mostBytes }, signal);
    const location = result.ok ? redirectTarget(result, method) : null;
    if (location === null) return result;
    // From here on the destination has told us that it did not take the request, so it did not arrive.
    if (hop === mostRedirects)
      return outboundFailure('REDIRECT_REFUSED', 'no', 'It redirected more than 3 times.');
    const next = usableUrl(location, url);
    if (typeof next === 'string')
      return outboundFailure('REDIRECT_REFUSED', 'no', `It redirected elsewhere. ${next}`);
    if (url.protocol === 'https:' && next.protocol === 'http:') {
      return outboundFailure(
        'REDIRECT_REFUSED',
        'no',
        'It redirected from https to http, where others could read along.',
      );
    }
    if (next.origin !== url.origin) headers = withoutCredentials(headers);
    url = next;
  }
}

/** Closes every connection; a request still under way ends as cut. For the end of a process. */
export async function closeOutbound(): Promise<void> {
  const open = [...agents.values()].flatMap((byList) => [...byList.values()]);
  agents.clear();
  await Promise.all(open.map((agent) => agent.destroy()));
}

function agentFor(allow: AllowList, resolve: Resolve): Agent {
  const byList = agents.get(resolve) ?? new Map<string, Agent>();
  agents.set(resolve, byList);
  const agent = byList.get(allow.key) ?? guardedAgent(allow, resolve);
  byList.set(allow.key, agent);
  return agent;
}

/** The parsed URL, or why it cannot be used. Parsing turns every spelling of an IP address into the usual one. */
function usableUrl(text: string, base?: URL): URL | string {
  if (!URL.canParse(text, base))
    return 'The address is not a full URL such as https://crm.example.com/contacts.';
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'The address must start with https:// or http://.';
  if (url.username !== '' || url.password !== '') return 'The address must not hold a user name or password.';
  return url;
}

function redirectTarget({ status, headers }: Answer, method: string): string | null {
  const follows = status === 307 || status === 308 || (isRead(method) && [301, 302, 303].includes(status));
  return follows ? (headers.location ?? null) : null;
}

function isRead(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isCredentialHeader(name)));
}
