import type { Installation } from './installation.ts';

/** The sources, from outside: real requests to the addresses of an installation. Each expects a 202 and gives its id. */
export type Sender = {
  enerflo: (body: unknown) => Promise<string>;
  sunnova: (webhook: string, body: unknown) => Promise<string>;
  /** Anything at any address; gives the response. */
  raw: (path: string, body: string, headers?: Record<string, string>) => Promise<Response>;
};

export function senderFor({ url, keys }: Installation): Sender {
  const raw = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/webhooks/${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const accepted = async (response: Response) => {
    const answer: { id: string } = await response.json();
    if (response.status !== 202) throw new Error(`answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer.id;
  };
  const basic = Buffer.from(`${keys.SUNNOVA_WEBHOOK_USER}:${keys.SUNNOVA_WEBHOOK_PASSWORD}`).toString(
    'base64',
  );
  return {
    raw,
    enerflo: async (body) => accepted(await raw(`enerflo/${keys.ENERFLO_WEBHOOK_KEY}`, JSON.stringify(body))),
    sunnova: async (webhook, body) =>
      accepted(await raw(`sunnova/${webhook}`, JSON.stringify(body), { authorization: `Basic ${basic}` })),
  };
}
