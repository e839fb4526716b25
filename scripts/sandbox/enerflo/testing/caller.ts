import type { Json, JsonObject } from '../../shared/json.ts';
import { isJsonObject, parsedJson } from '../../shared/json.ts';
import { type StandInEnerflo, sandboxApiKey } from '../start-enerflo.ts';

export type Told = { status: number; headers: Headers; text: string; json: Json };

/** Calls the stand-in as a client with a good key would. */
export function callerOf({ url }: Pick<StandInEnerflo, 'url'>) {
  return async (asked: string, body?: Json, headers: Record<string, string> = {}): Promise<Told> => {
    const [method = 'GET', path = '/'] = asked.split(' ');
    const response = await fetch(url + path, {
      method,
      headers: { 'api-key': sandboxApiKey, 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsedJson(text) ?? null };
  };
}

/** A value inside an answer, by its path. */
export function at(json: Json, ...path: (string | number)[]): Json {
  let value: Json | undefined = json;
  for (const key of path) {
    if (Array.isArray(value) && typeof key === 'number') value = value[key];
    else value = isJsonObject(value) ? value[key] : undefined;
  }
  return value ?? null;
}

/** The rows of a list inside an answer. */
export function rowsOf(json: Json, ...path: (string | number)[]): JsonObject[] {
  const value = path.length > 0 ? at(json, ...path) : json;
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
