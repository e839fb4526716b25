import { accountHandlers } from './handlers/account.ts';
import { actionHandlers } from './handlers/actions.ts';
import { auditHandlers } from './handlers/audit.ts';
import { bulkHandlers } from './handlers/bulk.ts';
import { caseHandlers } from './handlers/cases.ts';
import { connectionHandlers, firstStepHandlers } from './handlers/connections.ts';
import { deliveryHandlers } from './handlers/deliveries.ts';
import { enerfloHandlers } from './handlers/enerflo.ts';
import { eventHandlers } from './handlers/events.ts';
import { flowHandlers } from './handlers/flows.ts';
import { peopleHandlers } from './handlers/people.ts';
import { preferenceHandlers } from './handlers/preferences.ts';
import { readingHandlers } from './handlers/readings.ts';
import { recordHandlers } from './handlers/records.ts';
import { refusalHandlers } from './handlers/refusals.ts';
import { sessionHandlers } from './handlers/sessions.ts';
import { settingHandlers } from './handlers/settings.ts';
import { tokenHandlers } from './handlers/tokens.ts';
import { viewHandlers } from './handlers/views.ts';
import { procedure } from './procedure.ts';

/** A handler for every endpoint of the contract; a missing one does not compile. */
export const router = procedure.router({
  events: eventHandlers,
  actions: actionHandlers,
  records: recordHandlers,
  cases: caseHandlers,
  refusals: refusalHandlers,
  flows: flowHandlers,
  deliveries: deliveryHandlers,
  connections: connectionHandlers,
  enerflo: enerfloHandlers,
  firstSteps: firstStepHandlers,
  readings: readingHandlers,
  settings: settingHandlers,
  people: peopleHandlers,
  account: accountHandlers,
  views: viewHandlers,
  preferences: preferenceHandlers,
  audit: auditHandlers,
  tokens: tokenHandlers,
  sessions: sessionHandlers,
  bulk: bulkHandlers,
});
