import type { FlowInput } from '#lib/flows/flow.schema.ts';
import type { MappingRow } from '#lib/mapping/mapping.schema.ts';

const from = (record: string, field: string, target: string): MappingRow => ({
  target,
  source: { kind: 'record', record, field },
});
const always = (target: string, value: string): MappingRow => ({
  target,
  source: { kind: 'constant', value },
});

/** Three flows as a dealer has them, into the stand-in CRM at `crmUrl`. */
export function sampleFlows(crmUrl: string, accounts: { enerflo: string; sunnova: string }): FlowInput[] {
  const destination = (name: string, object: string): FlowInput['destination'] => ({
    name,
    method: 'POST',
    url: `${crmUrl}/records/${object}`,
    headers: {},
    auth: 'none',
    repeatSafe: true,
  });
  return [
    {
      name: 'New customer → CRM contact',
      connectionId: accounts.enerflo,
      eventTypes: ['enerflo.v1.new_customer', 'enerflo.v1.update_customer'],
      destination: destination('CRM contacts', 'contacts'),
      ordering: 'latest',
      rows: [
        { target: 'enerflo_id', source: { kind: 'field', path: 'id' } },
        from('enerflo.customer', 'firstName', 'first_name'),
        from('enerflo.customer', 'lastName', 'last_name'),
        from('enerflo.customer', 'email', 'email'),
        from('enerflo.customer', 'phone', 'phone'),
        from('enerflo.customer', 'fullAddress', 'address'),
        from('enerflo.customer', 'leadSource', 'lead_source'),
      ],
    },
    {
      name: 'Install status → CRM deal',
      connectionId: accounts.enerflo,
      eventTypes: ['enerflo.v1.new_install', 'enerflo.v1.update_install', 'enerflo.v1.restore_install'],
      destination: destination('CRM deals', 'deals'),
      ordering: 'latest',
      rows: [
        { target: 'install_id', source: { kind: 'field', path: 'id' } },
        from('enerflo.install', 'status', 'install_status'),
        from('enerflo.install', 'agentName', 'sales_rep'),
        from('enerflo.customer', 'fullName', 'homeowner'),
      ],
    },
    {
      name: 'Cancellation → CRM task',
      connectionId: accounts.sunnova,
      eventTypes: ['sunnova.cancellation-case'],
      destination: destination('CRM tasks', 'tasks'),
      ordering: 'every',
      rows: [
        always('subject', 'Sunnova cancellation'),
        from('sunnova.cancellation', 'status', 'case_status'),
        from('sunnova.cancellation', 'reason', 'reason'),
        from('sunnova.cancellation', 'fullName', 'homeowner'),
        from('sunnova.cancellation', 'systemProjectId', 'system_project'),
      ],
    },
  ];
}
