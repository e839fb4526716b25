import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Json, parsedJson } from '../shared/json.ts';

/** The body of a request: parsed where it is JSON, else as the text it is. */
export async function bodyOf(request: IncomingMessage): Promise<Json> {
  const body = await text(request);
  return parsedJson(body) ?? body;
}
