/** What keeps a file from being taken in, in words, with the request's id to quote. */
export type FileProblem = { message: string; requestId?: string };

/** `timeZone`: the person's, in which dates of the file are dates where the account has none. */
type Sending = { connectionId: string; operation: string; file: File; timeZone: string };

/** Uploads a CSV file. Gives the id of its bulk, or what is wrong with the file. */
export async function sendFile({
  connectionId,
  operation,
  file,
  timeZone,
}: Sending): Promise<{ id: string } | FileProblem> {
  const parameters = new URLSearchParams({
    connection: connectionId,
    operation,
    name: file.name,
    zone: timeZone,
  });
  let response: Response;
  try {
    response = await fetch(`/api/bulk/upload?${parameters}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: file,
    });
  } catch {
    return { message: 'The file did not arrive. Check the connection and try again.' };
  }
  const body: unknown = await response.json().catch(() => null);
  if (has(body, 'id')) return { id: body.id };
  return {
    message: has(body, 'detail') ? body.detail : 'The file was not taken in. Try again in a moment.',
    requestId: has(body, 'requestId') ? body.requestId : undefined,
  };
}

function has<Key extends string>(body: unknown, key: Key): body is Record<Key, string> {
  return (
    typeof body === 'object' && body !== null && key in body && typeof Reflect.get(body, key) === 'string'
  );
}
