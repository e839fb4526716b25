import { isJsonObject } from '#lib/json.ts';
import type { TestAnswer } from './connections.contract.ts';

const patience = 15_000;

/** Sends a body to this console's own door and reads the answer, whatever it is. Throws nothing. */
export async function postTest(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<TestAnswer> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    const said = read(await response.text());
    return {
      status: response.status,
      said: said.detail ?? said.status ?? said.title ?? 'no words',
      id: said.id ?? null,
      accepted: response.status === 202 && said.status !== 'refused',
      took: took(),
    };
  } catch {
    const said =
      'This console did not answer at its own address. If something in front of it (a proxy, a container) maps the port, tests cannot be sent from here; events may come all the same.';
    return { status: 0, said, id: null, accepted: false, took: took() };
  }
}

function read(text: string): Partial<Record<'id' | 'status' | 'detail' | 'title', string>> {
  try {
    const answer: unknown = JSON.parse(text);
    if (!isJsonObject(answer)) return {};
    return Object.fromEntries(Object.entries(answer).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}
