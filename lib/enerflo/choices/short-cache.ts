/** Answers that are asked for again and again while somebody fills in a form. */
const kept = new Map<string, { until: number; value: Promise<unknown> }>();
const mostKept = 500;

/**
 * The value of `read` under this key, read once in `keepMs` however many ask. A failure is not kept. A key must say
 * everything that the value depends on, its type included.
 */
export function shortly<T>(key: string, keepMs: number, read: () => Promise<T>): Promise<T> {
  const now = Date.now();
  const known = kept.get(key);
  // What was put in under this key is what the same caller read.
  if (known && known.until > now) return known.value as Promise<T>;
  const value = read();
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, { until: now + keepMs, value });
  value.catch(() => kept.delete(key));
  return value;
}
