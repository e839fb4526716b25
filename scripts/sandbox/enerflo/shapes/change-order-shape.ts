import type { State } from '../state/create-state.ts';
import type { ChangeOrder } from '../state/rows.ts';
import { stamp, stampOrNull } from './stamp.ts';

/** A change order (field facts 4.10). */
export function changeOrderShape(state: State, order: ChangeOrder) {
  const install = state.installs.get(order.installId);
  const customer = install && state.customers.get(install.customerId);
  const signed = order.signedAt !== null;
  return {
    id: order.id,
    epc_install_id: order.installId,
    epc_company_id: order.companyId,
    creator_id: order.creatorUserId,
    change_values: Object.keys(order.values).length > 0 ? order.values : [],
    signer:
      customer && signed ? { name: `${customer.firstName} ${customer.lastName}`, email: customer.email } : [],
    co_signer: [],
    docflo_data: [],
    pdf_url: signed ? `https://assets.example.com/docflo_pdfs/executed/${order.id}.pdf` : null,
    hash: null,
    status: order.status,
    signed_at: stampOrNull(order.signedAt),
    created_at: stamp(order.createdAt),
    updated_at: stamp(order.updatedAt),
    deleted_at: null,
    notes: order.notes,
    update_nem_docs: 0,
    nem_signer: [],
    is_override: 0,
  };
}
