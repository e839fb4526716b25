import type { JsonObject } from '#lib/json.ts';

/** An install as Enerflo 1.0 sends it, with the time of its state; its customer comes without one. */
export function updateInstall(
  id: number,
  second: number,
  told: { status: string; city?: string },
): JsonObject {
  return {
    webhook_event: 'update_install',
    id,
    status: { id: told.status.length, name: told.status },
    office: { id: 12, name: 'Phoenix' },
    customer: { id: customerOf(id), first_name: 'Ada', ...(told.city && { address: { city: told.city } }) },
    timestamps: timestamps(second),
  };
}

/** The customer of that install, with the time of its state. */
export function updateCustomer(installId: number, second: number, told: { city: string }): JsonObject {
  return {
    webhook_event: 'update_customer',
    id: customerOf(installId),
    first_name: 'Ada',
    last_name: 'Sample',
    email: 'ada.sample@example.com',
    address: { city: told.city, state: 'AZ' },
    timestamps: timestamps(second),
  };
}

/** A milestone of that install: the milestone has a time of its own, the install is told of without one. */
export function milestoneUpdated(
  installId: number,
  second: number,
  told: { done: string | null },
): JsonObject {
  const details = {
    id: installId + 700_000,
    install_id: installId,
    title: 'Permit',
    completed_on: told.done,
  };
  return {
    body: {
      eventName: 'project_milestone_updated',
      install_milestone: { id: 1234, sequence: 1, title: 'Permit' },
      details: { ...details, updated_at: timestamps(second).updated_at },
      install: { id: installId, office: { id: 12, name: 'Tucson' } },
    },
  };
}

/** A customer of Enerflo 2.0, which tells no times. */
export function customerUpdatedV2(
  number: number,
  told: { city: string; lastName: string | null },
): JsonObject {
  const id = `0b1f6f0e-7f0c-4a35-9a55-${String(number).padStart(12, '0')}`;
  const current = {
    id,
    firstName: 'Ben',
    lastName: told.lastName,
    address: { city: told.city, state: 'MA' },
  };
  return { event: 'customer.updated.v2', payload: { current, previous: { id }, changes: {} } };
}

export function customerOf(installId: number): number {
  return installId + 50_000;
}

/** `YYYY-MM-DD HH:mm:ss` of a made-up day, as Enerflo 1.0 writes times. */
function timestamps(second: number) {
  const updated = new Date(Date.UTC(2024, 5, 1, 0, 0, second)).toISOString().slice(0, 19).replace('T', ' ');
  return { created_at: '2024-05-01 09:00:00', updated_at: updated, deleted_at: null, timezone: 'UTC' };
}
