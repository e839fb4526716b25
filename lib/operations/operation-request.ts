import type { JsonObject } from '#lib/json.ts';

/** A request to Enerflo as an operation makes it: without host and key, which belong to the account. */
export type OperationRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With every id encoded, without the query: `/api/v3/installs/67890/notes`. */
  path: string;
  /** Names as Enerflo has them; in this order. */
  query?: Readonly<Record<string, string | number>>;
  body?: JsonObject;
};

/** A path of which the parts are values: each is encoded, so that none can lead elsewhere. */
export function requestPath(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((path, part, index) => path + encodeURIComponent(values[index - 1] ?? '') + part);
}
