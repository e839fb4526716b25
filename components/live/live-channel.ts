/** What the stream tells: events that are new or changed, or that everything should be read anew. */
export type LiveMessage = { ids: string[]; reset: boolean };
export type LiveState = 'connecting' | 'live' | 'lost';

type Broadcast =
  | { kind: 'message'; message: LiveMessage; cursor: string }
  | { kind: 'state'; state: LiveState }
  | { kind: 'signed-out' }
  | { kind: 'who-leads' };

const name = 'heliograph-live';
/** A browser gives up on a stream that is answered with an error; we do not. */
const openAgainAfter = 2_000;

/**
 * The live stream, shared by all tabs of a browser: a browser allows six connections to a host, so one tab holds the
 * stream (whoever gets the lock) and tells the others; when it closes, another takes over where it stopped. A tab
 * that begins without knowing from where is told once to read everything. Once the session has ended, every tab is
 * told so and nothing is opened again. Gives what ends it.
 */
export function openLiveChannel(
  onMessage: (message: LiveMessage) => void,
  onState: (state: LiveState) => void,
  onSignedOut: () => void,
): () => void {
  const channel = new BroadcastChannel(name);
  const tell = (message: Broadcast) => channel.postMessage(message);
  const ended = new AbortController();
  let state: LiveState = 'connecting';
  let leading = false;
  /** Up to where this tab was told. */
  let cursor = '';

  channel.onmessage = ({ data }: MessageEvent<Broadcast>) => {
    if (data.kind === 'message') {
      cursor = data.cursor;
      onMessage(data.message);
    } else if (data.kind === 'state') onState(data.state);
    else if (data.kind === 'signed-out') onSignedOut();
    else if (leading) tell({ kind: 'state', state });
  };

  function setState(next: LiveState): void {
    state = next;
    onState(next);
    tell({ kind: 'state', state });
  }

  function signedOut(): void {
    tell({ kind: 'signed-out' });
    ended.abort();
    onSignedOut();
  }

  /** Holds the stream until `ended`. */
  function lead(): void {
    leading = true;
    const source = new EventSource(
      `/api/events/stream?${new URLSearchParams(cursor ? { since: cursor } : {})}`,
    );
    const close = () => source.close();
    ended.signal.addEventListener('abort', close, { once: true });
    source.addEventListener('open', () => setState('live'));
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      const told: LiveMessage = JSON.parse(event.data);
      // What happened between reading a page and this first word is not known.
      const message = cursor === '' ? { ids: [], reset: true } : told;
      cursor = event.lastEventId;
      onMessage(message);
      tell({ kind: 'message', message, cursor });
    });
    source.addEventListener('signed-out', signedOut);
    source.addEventListener('error', async () => {
      if (ended.signal.aborted) return;
      setState('lost');
      if (source.readyState !== EventSource.CLOSED) return;
      ended.signal.removeEventListener('abort', close);
      // A stream does not say why it was refused.
      const out = await isSignedOut();
      if (ended.signal.aborted) return;
      if (out) return signedOut();
      const again = window.setTimeout(lead, openAgainAfter);
      ended.signal.addEventListener('abort', () => window.clearTimeout(again), { once: true });
    });
  }

  // Locks need a secure context; without them each tab has a stream of its own.
  if (navigator.locks) {
    tell({ kind: 'who-leads' });
    const untilEnded = new Promise<void>((resolve) =>
      ended.signal.addEventListener('abort', () => resolve()),
    );
    navigator.locks
      .request(name, { signal: ended.signal }, () => {
        lead();
        return untilEnded;
      })
      .catch(() => {
        // Aborted while waiting for the lock: another tab led all the time.
      });
  } else lead();

  return () => {
    ended.abort();
    channel.close();
  };
}

async function isSignedOut(): Promise<boolean> {
  const answer = await fetch('/api/sessions/mine').catch(() => null);
  return answer?.status === 401;
}
