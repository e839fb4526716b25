import { actionsContract } from '#lib/actions/actions.contract.ts';
import { auditContract } from '#lib/audit/audit.contract.ts';
import { accountContract } from '#lib/auth/account.contract.ts';
import { peopleContract } from '#lib/auth/people.contract.ts';
import { preferencesContract } from '#lib/auth/preferences.contract.ts';
import { sessionsContract } from '#lib/auth/sessions.contract.ts';
import { tokensContract } from '#lib/auth/tokens.contract.ts';
import { bulkContract } from '#lib/bulk/bulk.contract.ts';
import { casesContract } from '#lib/cases/cases.contract.ts';
import { connectionsContract } from '#lib/connections/connections.contract.ts';
import { firstStepsContract } from '#lib/connections/first-steps.contract.ts';
import { deliveriesContract } from '#lib/delivery/deliveries.contract.ts';
import { enerfloContract } from '#lib/enerflo/enerflo.contract.ts';
import { eventsContract } from '#lib/events/events.contract.ts';
import { flowsContract } from '#lib/flows/flows.contract.ts';
import { refusalsContract } from '#lib/ingest/refusals.contract.ts';
import { readingsContract } from '#lib/readings/readings.contract.ts';
import { recordsContract } from '#lib/records/records.contract.ts';
import { settingsContract } from '#lib/settings/settings.contract.ts';
import { viewsContract } from '#lib/views/views.contract.ts';

/** Every endpoint of the API: from this one list come validation, the browser's types and hooks, and the OpenAPI page. */
export const apiContract = {
  events: eventsContract,
  actions: actionsContract,
  records: recordsContract,
  cases: casesContract,
  refusals: refusalsContract,
  flows: flowsContract,
  deliveries: deliveriesContract,
  connections: connectionsContract,
  enerflo: enerfloContract,
  firstSteps: firstStepsContract,
  readings: readingsContract,
  settings: settingsContract,
  people: peopleContract,
  account: accountContract,
  views: viewsContract,
  preferences: preferencesContract,
  audit: auditContract,
  tokens: tokensContract,
  sessions: sessionsContract,
  bulk: bulkContract,
};
