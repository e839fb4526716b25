import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The body of a request: parsed where it is JSON, else as the text it is. */
export async function bodyOf(request: IncomingMessage): Promise<Json> {
  const body = await text(request);
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
