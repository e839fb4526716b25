import type { Route } from '../answering/ask.ts';
import { appointmentRoutes } from './appointments.ts';
import { changeOrderRoutes } from './change-orders.ts';
import { customerRoutes } from './customers.ts';
import { dealRoutes } from './deals.ts';
import { installRoutes } from './installs.ts';
import { leadInstallRoutes } from './lead-installs.ts';
import { leadRoutes } from './leads.ts';
import { milestoneRoutes } from './milestones.ts';
import { noteRoutes } from './notes.ts';
import { peopleRoutes } from './people.ts';

/** All that this Enerflo answers. Where two fit, the first holds: `installs/notes` goes before `installs/{id}`. */
export const routes: readonly Route[] = [
  ...leadRoutes,
  ...customerRoutes,
  ...noteRoutes,
  ...milestoneRoutes,
  ...installRoutes,
  ...leadInstallRoutes,
  ...appointmentRoutes,
  ...changeOrderRoutes,
  ...peopleRoutes,
  ...dealRoutes,
];
