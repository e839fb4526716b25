import { type JsonObject, valueAt } from '#lib/json.ts';
import type { EventType } from '../event-type.ts';
import { asObject, hasAll } from '../keys.ts';
import { idText } from '../normalise/id.ts';
import { also, main, mentions } from '../record-use.ts';
import { enerfloChangeOrder } from '../records/enerflo-change-order.ts';
import { enerfloCustomer } from '../records/enerflo-customer.ts';
import { enerfloDeal } from '../records/enerflo-deal.ts';
import { enerfloInstall } from '../records/enerflo-install.ts';

export const signedChangeOrder: EventType = {
  name: 'enerflo.v1.signed_change_order',
  source: 'enerflo',
  vendorName: 'signed_change_order',
  label: 'Change order signed',
  trigger: 'A change order to a signed agreement was signed.',
  guideStage: 'guide step 6',
  receivedBy: 'both',
  evidence: 'documented',
  shape: 'known',
  claims: (core) => hasAll(core, 'change_orders', 'signed_at'),
  records: [
    main(enerfloChangeOrder, '', { rootOf: signedOrder }),
    also(enerfloInstall, 'install', { idFrom: ['install.id', 'change_orders.0.epc_install_id'] }),
    also(enerfloCustomer, 'customer', { idFrom: ['customer.id', 'install.customer_id'] }),
    mentions(enerfloDeal, 'install.deal_id', 'install.survey_id'),
  ],
  timeFrom: ['signed_at', 'created_at'],
  coreFields: [],
  volatile: ['pdf_url', 'change_orders.*.pdf_url', 'install.agreement_url'],
  samples: [
    {
      title: 'As printed in the guide, step 6',
      evidence: 'documented',
      text: `{
"body": {
"id": 6543210,
"status": "complete",
"status_id": 4,
"install": { "...": "see full install object in event docs" },
"change_orders": [ { "...": "see change_orders array in event docs" } ],
"signer": { "...": "signer details" },
"change_values": { "...": "before/after values for updated fields" },
"created_at": "2024-08-07 23:59:41",
"signed_at": "2024-09-16 18:40:42",
"pdf_url": "https://assets.enerflo.io/docflo_pdfs/executed/change_order.pdf",
"eventName": "signed_change_order"
}
}`,
    },
  ],
};

/**
 * The change order that was signed: the row of `change_orders` with the document or the time of the signature (or
 * the only row), completed by the root. The root's `id` is the change order's in the guide and the install's in
 * the vendor's data dictionary: it counts only where no row has an id and it is not that of the install.
 */
function signedOrder(core: JsonObject): JsonObject {
  const listed = Array.isArray(core.change_orders) ? core.change_orders : [];
  const rows = listed.map(asObject).filter((row) => row !== null);
  const same = (key: string) =>
    rows.find((row) => typeof core[key] === 'string' && row[key] === core[key] && idText(row.id) !== null);
  const row = same('pdf_url') ?? same('signed_at') ?? (rows.length === 1 ? rows[0] : undefined) ?? {};
  const order: JsonObject = { ...core, ...row };
  if (idText(row.id) !== null) return order;
  const rootIsInstall = idText(core.id) === idText(valueAt(core, 'install.id'));
  return { ...order, id: rootIsInstall || rows.length > 1 ? null : (core.id ?? null) };
}
