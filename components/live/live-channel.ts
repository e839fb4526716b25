/** What the stream tells: events that are new or changed, or that everything should be read anew. */
export type LiveMessage = { ids: string[]; reset: boolean };
export type LiveState = 'connecting' | 'live' | 'lost';

type Broadcast =
  | { kind: 'message'; message: LiveMessage }
  | { kind: 'state'; state: LiveState }
  | { kind: 'who-leads' };

const name = 'heliograph-live';

/**
 * The live stream, shared by all tabs of a browser: a browser allows six connections to a host, so one tab holds the
 * stream (whoever gets the lock) and tells the others; when it closes, another takes over. Gives what ends it.
 */
export function openLiveChannel(
  onMessage: (message: LiveMessage) => void,
  onState: (state: LiveState) => void,
): () => void {
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  let state: LiveState = 'connecting';
  let leading = false;

  channel.onmessage = ({ data }: MessageEvent<Broadcast>) => {
    if (data.kind === 'message') onMessage(data.message);
    else if (data.kind === 'state') onState(data.state);
    else if (leading) channel.postMessage({ kind: 'state', state } satisfies Broadcast);
  };

  function lead(): () => void {
    leading = true;
    const tellState = (next: LiveState) => {
      state = next;
      onState(next);
      channel.postMessage({ kind: 'state', state } satisfies Broadcast);
    };
    const source = new EventSource('/api/events/stream');
    source.addEventListener('open', () => tellState('live'));
    source.addEventListener('error', () => tellState('lost'));
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      const message: LiveMessage = JSON.parse(event.data);
      onMessage(message);
      channel.postMessage({ kind: 'message', message } satisfies Broadcast);
    });
    return () => source.close();
  }

  // Locks need a secure context; without them each tab has a stream of its own.
  if (!navigator.locks) {
    const close = lead();
    return () => {
      close();
      channel.close();
    };
  }
  channel.postMessage({ kind: 'who-leads' } satisfies Broadcast);
  navigator.locks
    .request(name, { signal: ended.signal }, async () => {
      const close = lead();
      await new Promise<void>((resolve) =>
        ended.signal.addEventListener('abort', () => resolve(), { once: true }),
      );
      close();
    })
    .catch(() => {
      // Aborted while waiting for the lock: another tab led all the time.
    });
  return () => {
    ended.abort();
    channel.close();
  };
}
