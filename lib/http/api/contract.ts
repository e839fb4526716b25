import { deliveriesContract } from '#lib/delivery/deliveries.contract.ts';
import { eventsContract } from '#lib/events/events.contract.ts';
import { flowsContract } from '#lib/flows/flows.contract.ts';
import { refusalsContract } from '#lib/ingest/refusals.contract.ts';
import { settingsContract } from '#lib/settings/settings.contract.ts';

/** Every endpoint of the API: from this one list come validation, the browser's types and hooks, and the OpenAPI page. */
export const apiContract = {
  events: eventsContract,
  refusals: refusalsContract,
  flows: flowsContract,
  deliveries: deliveriesContract,
  settings: settingsContract,
};
