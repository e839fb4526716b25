import type { EventType } from '../event-type.ts';

/**
 * The entry of any event of a CRM. Its name is chosen there, and its shape is that CRM's: only ids at well-known
 * places are read (`objectId` of HubSpot, else `id`).
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
    idsFrom: [{ kind: 'crm.object', label: 'CRM object id', from: ['objectId', 'id'] }],
    timeFrom: [],
    coreFields: [],
    samples: [],
  };
}
