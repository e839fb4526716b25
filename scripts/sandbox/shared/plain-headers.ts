import type { IncomingMessage } from 'node:http';

/** The headers of a request by lower-case name; of a header that came more than once, the values in one line. */
export function plainHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
  );
}
