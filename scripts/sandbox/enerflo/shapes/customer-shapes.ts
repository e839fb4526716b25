import type { State } from '../state/create-state.ts';
import type { Customer } from '../state/rows.ts';
import { dealsShape } from './install-shape.ts';
import { officeShape, userInside } from './person-shapes.ts';
import { stamp, stampOrNull } from './stamp.ts';

/** Ids of integrations: of Enerflo's newer generation, and of the partner who owns the key. */
const newerIntegration = '35';
const partnerIntegration = '21';

/** PHP has one kind of array: an empty map is an empty list. */
function mapOrEmptyList(map: Record<string, unknown>): Record<string, unknown> | [] {
  return Object.keys(map).length > 0 ? map : [];
}

/**
 * A row of `GET /api/v1/customers` (field facts 5.7). Its `integrations` hold the uuid and the partner's own id. Deals
 * that came after `until` (ms since 1970) are left out.
 */
export function customerRow(state: State, customer: Customer, until = Number.POSITIVE_INFINITY) {
  const owner = customer.agentUserId ? state.users.get(customer.agentUserId) : undefined;
  const setter = customer.setterUserId ? state.users.get(customer.setterUserId) : undefined;
  const creator = state.users.get(customer.creatorUserId);
  const office = customer.officeId ? state.offices.get(customer.officeId) : undefined;
  const company = state.companies.get(customer.companyId);
  const partner = customer.recordId
    ? { Partner: { Lead: { integration_record_id: customer.recordId } } }
    : {};
  return {
    id: customer.id,
    company_id: customer.companyId,
    office_id: customer.officeId,
    creator_id: creator?.agentId ?? null,
    agent_id: owner?.agentId ?? null,
    setter_id: setter?.agentId ?? null,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    mobile: customer.phone,
    secondary_first_name: null,
    secondary_last_name: null,
    secondary_email: null,
    secondary_mobile: null,
    address: customer.street,
    city: customer.city,
    state: customer.state,
    zip: customer.zip,
    // Texts here, though numbers in the events of the guide.
    lat: customer.latitude === null ? null : String(customer.latitude),
    lng: customer.longitude === null ? null : String(customer.longitude),
    timezone: customer.timezone,
    external_id: customer.recordId,
    lead_source: customer.leadSource,
    status_id: null,
    status_name: customer.status,
    created: stamp(customer.createdAt),
    updated: stamp(customer.updatedAt),
    deleted_at: stampOrNull(customer.deletedAt),
    owner: owner ? { ...userInside(owner), user: userInside(owner) } : [],
    setter: setter ? { ...userInside(setter), user: userInside(setter) } : [],
    creator: creator ? { ...userInside(creator), user: userInside(creator) } : [],
    office: office ? officeShape(office) : [],
    company: company ? { id: company.id, name: company.name } : [],
    integrations: {
      'Enerflo V2': { EnerfloV2Customer: { integration_record_id: customer.uuid } },
      ...partner,
    },
    customer_notes: customer.notes.map(({ id, text, createdAt }) => ({
      id,
      note: text,
      created_at: stamp(createdAt),
    })),
    customer_portal_url: `https://enerflo.example.com/portal/${customer.uuid}`,
    surveys: mapOrEmptyList(surveysOf(state, customer.id, until)),
  };
}

function surveysOf(state: State, customerId: number, until: number): Record<string, unknown> {
  const deals = state.dealsOf(customerId).filter(({ createdAt }) => createdAt.getTime() <= until);
  const entries = deals.map((deal) => {
    const install = state.installOf(deal.id);
    const inside = install && {
      id: install.id,
      status: state.statuses.get(install.statusId)?.name ?? null,
      created_at: stamp(install.createdAt),
      updated_at: stamp(install.updatedAt),
    };
    const type = state.dealTypes.get(deal.dealTypeId)?.name ?? null;
    return [deal.shortCode, { name: deal.shortCode, type, id: deal.id, install: inside ?? [] }] as const;
  });
  return Object.fromEntries(entries);
}

/** A customer of the v3 API: `phone`, users by their own ids, the uuid under `integration_maps`. */
export function customerShape(state: State, customer: Customer) {
  const agent = customer.agentUserId ? state.users.get(customer.agentUserId) : undefined;
  const setter = customer.setterUserId ? state.users.get(customer.setterUserId) : undefined;
  const office = customer.officeId ? state.offices.get(customer.officeId) : undefined;
  return {
    id: customer.id,
    company_id: customer.companyId,
    office_id: customer.officeId,
    agent_id: agent?.agentId ?? null,
    agent_user_id: customer.agentUserId,
    setter_user_id: customer.setterUserId,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`,
    email: customer.email,
    phone: customer.phone,
    address: customer.street,
    city: customer.city,
    state: customer.state,
    zip: customer.zip,
    lat: customer.latitude,
    lng: customer.longitude,
    timezone: customer.timezone,
    lead_source: customer.leadSource,
    status_name: customer.status,
    agent_user: userInside(agent),
    setter_user: userInside(setter),
    office: office ? { id: office.id, name: office.name } : null,
    integration_maps: [
      {
        integration_id: newerIntegration,
        integration_record_type: 'EnerfloV2Customer',
        external_id: customer.uuid,
      },
      ...(customer.recordId
        ? [
            {
              integration_id: partnerIntegration,
              integration_record_type: 'Lead',
              external_id: customer.recordId,
            },
          ]
        : []),
    ],
    deals: dealsShape(state.dealsOf(customer.id)),
    created_at: stamp(customer.createdAt),
    updated_at: stamp(customer.updatedAt),
    deleted_at: stampOrNull(customer.deletedAt),
  };
}
