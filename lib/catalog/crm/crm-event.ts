import type { EventType, IdUse } from '../event-type.ts';

/**
 * Where CRMs tell the id of what an event is about: `objectId` of HubSpot, the `Id` of a Salesforce outbound message, the
 * item of monday.com (`pulseId`, or `itemId`), else `id`. The first that is filled counts.
 */
export const crmIds: readonly IdUse[] = [
  {
    kind: 'crm.object',
    label: 'CRM object id',
    from: ['objectId', 'id', 'Id', 'ID', 'event.pulseId', 'event.itemId'],
  },
];

/**
 * The entry of any event of a CRM. Its name is chosen there, and its shape is that CRM's: only ids at well-known
 * places are read.
 */
export function crmEventType(name: string): EventType {
  return {
    name: `crm.${name}`,
    source: 'crm',
    vendorName: name,
    label: `CRM: ${name}`,
    trigger: 'Whenever the CRM is set up to send it.',
    guideStage: null,
    receivedBy: 'not known',
    evidence: 'assumed',
    shape: 'unknown',
    claims: () => false,
    records: [],
    idsFrom: crmIds,
    timeFrom: [],
    coreFields: [],
    samples: [],
  };
}
