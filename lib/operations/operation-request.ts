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
  return parts.reduce((path, part, index) => path + segment(values[index - 1] ?? '') + part);
}

/** `.` and `..` climb in a path, also as `%2e`: encoded twice they are a name that nothing has. */
function segment(value: string | number): string {
  const encoded = encodeURIComponent(value);
  return /^\.{1,2}$/.test(encoded) ? encoded.replaceAll('.', '%252E') : encoded;
}
