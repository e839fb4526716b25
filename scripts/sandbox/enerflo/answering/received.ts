/** A request as it came: path with query, and body, byte for byte as text. */
export type Received = {
  receivedAt: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  /** What was answered; null while it is on its way, where it hangs, and where the connection was cut. */
  status: number | null;
  /** Whether a rule had a say in it. */
  ruled: boolean;
};

const kept = 20_000;

/** What came, oldest first. Only the newest 20,000 or so are kept to look at; all are counted. */
export function createReceived() {
  let held: Received[] = [];
  let counted = 0;
  return {
    add: (received: Received) => {
      held.push(received);
      counted += 1;
      if (held.length > 2 * kept) held = held.slice(-kept);
    },
    list: (limit = kept): Received[] => (limit > 0 ? held.slice(-limit) : []),
    count: () => counted,
    clear: () => {
      held = [];
      counted = 0;
    },
  };
}
export type ReceivedList = ReturnType<typeof createReceived>;
