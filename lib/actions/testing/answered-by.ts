import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import { enerfloSettingsSchema } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json } from '#lib/json.ts';

const exchange = {
  startedAt: new Date(0),
  endedAt: new Date(0),
  request: { method: 'GET', url: 'https://enerflo.io', headers: {} },
  requestBody: '',
  responseStatus: 200,
  responseHeaders: {},
  responseBody: '',
};

/** An account whose Enerflo answers every request with what `answer` gives for its page; `pages` are those asked for. */
export function answeredBy(answer: (page: number) => Json): { account: EnerfloAccount; pages: number[] } {
  const pages: number[] = [];
  const account: EnerfloAccount = {
    connectionId: '0190f0a0-0000-7000-8000-000000000001',
    name: 'Sunny Roofs',
    environment: 'production',
    settings: enerfloSettingsSchema.parse({}),
    baseUrl: 'https://enerflo.io',
    call: async ({ query }) => {
      const page = Number(query?.page);
      pages.push(page);
      return { ok: true, status: 200, body: answer(page), exchange };
    },
  };
  return { account, pages };
}
