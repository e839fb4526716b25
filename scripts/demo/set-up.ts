import type { ConnectionItem } from '#lib/connections/connections.contract.ts';
import type { ConsoleApi } from './console-api.ts';
import { sampleFlows } from './sample-flows.ts';

/** What an admin would do first: the API key of Enerflo, and flows. */
export async function setUp(
  { ask }: ConsoleApi,
  { apiKey, crmUrl }: { apiKey: string; crmUrl: string },
): Promise<void> {
  const { items } = await ask<{ items: ConnectionItem[] }>('GET', '/api/connections');
  const accountOf = (source: ConnectionItem['source']) => {
    const found = items.find((each) => each.source === source);
    if (!found) throw new Error(`The console has no account of ${source}.`);
    return found.id;
  };
  const enerflo = accountOf('enerflo');
  await ask('PUT', `/api/connections/${enerflo}/secrets/enerflo.api-key`, { value: apiKey });
  for (const flow of sampleFlows(crmUrl, { enerflo, sunnova: accountOf('sunnova') })) {
    await ask('POST', '/api/flows', flow);
  }
}
