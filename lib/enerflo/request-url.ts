import type { OperationRequest } from '#lib/operations/operation-request.ts';

/** The full address of a request, without the key: that goes in a header, never here. */
export function requestUrl(baseUrl: string, { path, query = {} }: OperationRequest): string {
  const parameters = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString();
  return `${baseUrl}${path}${parameters === '' ? '' : `?${parameters}`}`;
}
