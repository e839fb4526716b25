import { deliveryHandlers } from './handlers/deliveries.ts';
import { eventHandlers } from './handlers/events.ts';
import { flowHandlers } from './handlers/flows.ts';
import { refusalHandlers } from './handlers/refusals.ts';
import { settingHandlers } from './handlers/settings.ts';
import { procedure } from './procedure.ts';

/** A handler for every endpoint of the contract; a missing one does not compile. */
export const router = procedure.router({
  events: eventHandlers,
  refusals: refusalHandlers,
  flows: flowHandlers,
  deliveries: deliveryHandlers,
  settings: settingHandlers,
});
