import { addLead } from './enerflo/add-lead.ts';
import { addLeadWithAppointment } from './enerflo/add-lead-with-appointment.ts';
import { addLeadWithDeal } from './enerflo/add-lead-with-deal.ts';
import { addLeadWithInstall } from './enerflo/add-lead-with-install.ts';
import { addNote } from './enerflo/add-note.ts';
import { changeAppointment } from './enerflo/change-appointment.ts';
import { checkAccess } from './enerflo/check-access.ts';
import { createAppointment } from './enerflo/create-appointment.ts';
import { deleteNote } from './enerflo/delete-note.ts';
import { findCustomers } from './enerflo/find-customers.ts';
import { findInstallByDeal } from './enerflo/find-install-by-deal.ts';
import { listAppointments } from './enerflo/list-appointments.ts';
import { listChangeOrders } from './enerflo/list-change-orders.ts';
import { listInstalls } from './enerflo/list-installs.ts';
import { listMilestones } from './enerflo/list-milestones.ts';
import { listNotes } from './enerflo/list-notes.ts';
import { listOffices } from './enerflo/list-offices.ts';
import { listStatuses } from './enerflo/list-statuses.ts';
import { listUsers } from './enerflo/list-users.ts';
import { readChangeOrder } from './enerflo/read-change-order.ts';
import { readCustomer } from './enerflo/read-customer.ts';
import { readDeal } from './enerflo/read-deal.ts';
import { readInstall } from './enerflo/read-install.ts';
import { readUser } from './enerflo/read-user.ts';
import { updateCustomer } from './enerflo/update-customer.ts';
import { updateInstallStatus } from './enerflo/update-install-status.ts';
import { updateMilestone } from './enerflo/update-milestone.ts';
import type { Operation } from './operation.ts';

/** Everything that can be done in Enerflo, in the order of the guide. A new one is one file and one line here. */
export const operations: readonly Operation[] = [
  addLead,
  addLeadWithAppointment,
  addLeadWithDeal,
  addLeadWithInstall,
  updateCustomer,
  updateMilestone,
  updateInstallStatus,
  addNote,
  deleteNote,
  createAppointment,
  changeAppointment,
  findCustomers,
  readCustomer,
  readDeal,
  findInstallByDeal,
  readInstall,
  listInstalls,
  listMilestones,
  listStatuses,
  listNotes,
  listAppointments,
  listChangeOrders,
  readChangeOrder,
  listUsers,
  readUser,
  listOffices,
  checkAccess,
];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** The operation of this name, or undefined. */
export function operationNamed(name: string): Operation | undefined {
  return byName.get(name);
}
