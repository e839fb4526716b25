import { Agent, type ClientRequest, request } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';

/** One webhook to be sent. `type` is what it is counted under. */
export type Post = {
  to: string;
  type: string;
  headers?: Record<string, string>;
  body: string;
  /** Posts of one lane go one after the other: what carries no time of its own must not overtake itself. */
  lane?: string;
};

/**
 * What became of the posts of one type. `answered` counts answers of 2xx, `refused` those of 4xx, `failed` the posts
 * given up without one; `again` is how many tries more were made, of which a receiver may have had some.
 */
export type SentCounts = { sent: number; answered: number; refused: number; failed: number; again: number };

export type Answer = { status: number; text: string };

export type Sender = {
  send: (post: Post) => void;
  /** By type; in the order in which they first came. */
  counts: () => Record<string, SentCounts>;
  /** Settles once everything sent so far has come to an end. */
  idle: () => Promise<void>;
  /** Gives up what waits and closes the connections. */
  close: () => void;
};

/** ms before each further try: two minutes in all, enough for a receiver to start again. */
const usualWaits = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
const patience = 30_000;

/**
 * Posts JSON over a few connections that stay open. Answers of 5xx and 429, and connections that are refused or
 * break, are tried again after a while. How Enerflo does it nobody knows (field facts 7).
 */
export function createSender({
  atOnce = 6,
  waits = usualWaits,
  onAnswer = () => {},
}: {
  atOnce?: number;
  waits?: readonly number[];
  /** Told of every post that got an answer, and which. */
  onAnswer?: (post: Post, answer: Answer) => void;
} = {}): Sender {
  const agents = {
    'http:': new Agent({ keepAlive: true, maxSockets: atOnce }),
    'https:': new TlsAgent({ keepAlive: true, maxSockets: atOnce }),
  };
  const counts = new Map<string, SentCounts>();
  const busyLanes = new Set<string>();
  const ended = new AbortController();
  let waiting: Post[] = [];
  let running = 0;
  let idlers: (() => void)[] = [];

  const countsOf = (type: string) => {
    const found = counts.get(type) ?? { sent: 0, answered: 0, refused: 0, failed: 0, again: 0 };
    counts.set(type, found);
    return found;
  };
  const pump = () => {
    while (running < atOnce) {
      const index = waiting.findIndex(({ lane }) => lane === undefined || !busyLanes.has(lane));
      const [post] = index < 0 ? [] : waiting.splice(index, 1);
      if (!post) break;
      running += 1;
      if (post.lane !== undefined) busyLanes.add(post.lane);
      void deliver(post).finally(() => {
        running -= 1;
        if (post.lane !== undefined) busyLanes.delete(post.lane);
        pump();
      });
    }
    if (running > 0 || waiting.length > 0) return;
    for (const told of idlers) told();
    idlers = [];
  };
  const deliver = async (post: Post) => {
    const count = countsOf(post.type);
    for (let tried = 0; ; tried++) {
      const answer = await postOnce(post, agents, ended.signal).catch(() => null);
      if (answer && answer.status < 500 && answer.status !== 429) {
        if (answer.status < 300) count.answered += 1;
        else count.refused += 1;
        onAnswer(post, answer);
        return;
      }
      const pause = waits[tried];
      if (pause === undefined || ended.signal.aborted) {
        count.failed += 1;
        return;
      }
      count.again += 1;
      await wait(pause, undefined, { signal: ended.signal }).catch(() => {});
    }
  };
  return {
    send: (post) => {
      countsOf(post.type).sent += 1;
      waiting.push(post);
      pump();
    },
    counts: () => Object.fromEntries([...counts].map(([type, count]) => [type, { ...count }])),
    idle: () =>
      running === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idlers.push(resolve);
          }),
    close: () => {
      waiting = [];
      ended.abort();
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** One try. Rejects where no whole answer comes within 30 seconds. */
function postOnce(
  { to, headers, body }: Post,
  agents: { 'http:': Agent; 'https:': TlsAgent },
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(to);
    const options = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...headers,
      },
      timeout: patience,
      signal,
    };
    const sent: ClientRequest =
      url.protocol === 'https:'
        ? tlsRequest(url, { ...options, agent: agents['https:'] })
        : request(url, { ...options, agent: agents['http:'] });
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.end(body);
  });
}
