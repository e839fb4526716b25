import { moment } from '../state/moment.ts';
import type { User } from '../state/rows.ts';
import { uuidFrom } from '../state/uuid.ts';
import type { World } from '../state/world.ts';
import { firstNames, lastNames } from './names.ts';

/** Labels of the installer. The last is one that no list of common ones has. */
const statusNames = ['Active', 'On Hold', 'Completed', 'Voided', 'Cancelled', 'Pending KCA'];
const appointmentTypes = ['Consultation', 'Closing visit', 'Site survey'];

/** Title, and whether Enerflo writes to the homeowner about it. */
const milestones: readonly [title: string, notifies: boolean][] = [
  ['Project Submitted', false],
  ['Welcome Call', true],
  ['Site Survey', true],
  ['Engineering', false],
  ['Plan Set Review', false],
  ['Permitting', false],
  ['Utility Application', false],
  ['Installation Scheduled', true],
  ['Installation', true],
  ['Inspection', true],
  ['PTO & Monitoring', true],
  ['Project Complete', false],
];
const roles = ['Agent', 'Setter', 'Manager', 'Operations', 'Admin'];

/** A sales company and its installer: offices, users, statuses, milestones, types. The first user is the API's. */
export function seedCompanies(world: World, users: number): void {
  const { random, nextId } = world;
  const company = (name: string, kind: 'sales' | 'installer', timezone: string) => {
    const row = { id: nextId('company'), uuid: uuidFrom(random), name, kind, timezone };
    world.companies.set(row.id, row);
    return row;
  };
  const sales = company('Brightwater Solar', 'sales', 'America/Denver');
  const installer = company('Stonebridge Installations', 'installer', 'America/Denver');

  const office = (companyId: number, city: string, state: string, timezone: string) => {
    const row = { id: nextId('office'), companyId, name: `${city} office`, city, state, timezone };
    world.offices.set(row.id, row);
    return row;
  };
  const offices = [
    office(sales.id, 'Salt Lake City', 'UT', 'America/Denver'),
    office(sales.id, 'Austin', 'TX', 'America/Chicago'),
    office(sales.id, 'Worcester', 'MA', 'America/New_York'),
    office(installer.id, 'Ogden', 'UT', 'America/Denver'),
  ];

  const at = moment(world);
  for (const name of statusNames) {
    const id = nextId('status');
    world.statuses.set(id, { id, companyId: installer.id, name });
  }
  for (const name of appointmentTypes) {
    const id = nextId('appointmentType');
    world.appointmentTypes.set(id, { id, companyId: sales.id, name, lengthMinutes: 60 });
  }
  for (const name of ['Solar', 'Solar and battery']) {
    const id = nextId('dealType');
    world.dealTypes.set(id, { id, companyId: sales.id, installCompanyId: installer.id, name });
  }
  milestones.forEach(([title, notifies], place) => {
    const id = nextId('milestoneDefinition');
    world.milestoneDefinitions.set(id, {
      id,
      companyId: installer.id,
      mid: title.toUpperCase().replace(/[^A-Z]+/g, '_'),
      sequence: place + 1,
      title,
      description: place === 0 ? 'Initial milestone indicating the project has been submitted.' : '',
      notifyCustomer: notifies,
      visibleCustomer: notifies,
      createdAt: at,
      updatedAt: at,
    });
  });

  for (let number = 0; number < users; number += 1) {
    // A tenth belong to the installer.
    const home = offices[number % 10 === 9 ? 3 : number % 3];
    const firstName = firstNames[(number * 7) % firstNames.length] ?? '';
    const lastName = lastNames[(number * 11 + Math.floor(number / 30)) % lastNames.length] ?? '';
    const names = number === 0 ? { firstName: 'API', lastName: 'Integration' } : { firstName, lastName };
    const row: User = {
      ...names,
      id: nextId('user'),
      uuid: uuidFrom(random),
      agentId: nextId('agent'),
      companyId: home?.companyId ?? sales.id,
      officeId: home?.id ?? 0,
      email: `${names.firstName}.${names.lastName}.${number}@example.com`.toLowerCase().replace("'", ''),
      phone: `8015550${String(100 + number).padStart(3, '0')}`,
      timezone: home?.timezone ?? sales.timezone,
      roles: number === 0 ? ['Admin'] : [roles[number % roles.length] ?? 'Agent'],
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
    };
    world.users.set(row.id, row);
  }
}
