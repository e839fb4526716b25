import { z } from 'zod';
import { jsonAnswer, notFound } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { listed } from '../answering/listed.ts';
import { rowOf } from '../answering/row-of.ts';
import { validated } from '../answering/validated.ts';
import { milestoneShape } from '../shapes/milestone-shapes.ts';

/** `YYYY-MM-DD` and nothing else, a day that there is; null takes it away. */
const date = z.iso.date().nullish();
const updateSchema = z.object({ completed_date: date, start_date: date, estimated_completion_date: date });

/** Milestones of an install (guide 3.1, field facts 5.5). */
export const milestoneRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v3/installs/*/milestones',
    answer: ({ params, state, settings }) => {
      const install = rowOf(state.installs, params[0]);
      const rows = state.milestonesOf(install.id).map((one) => milestoneShape(state, one));
      return jsonAnswer(200, listed(settings, rows));
    },
  },
  ...['PUT', 'PATCH'].map(
    (method): Route => ({
      method,
      path: '/api/v3/installs/*/milestones/*',
      answer: ({ params, body, state, settings }) => {
        const install = rowOf(state.installs, params[0]);
        const row = state
          .milestonesOf(install.id)
          .find(
            ({ id, definitionId }) =>
              String(settings.milestoneId === 'listed' ? id : definitionId) === params[1],
          );
        if (!row) throw notFound();
        const given = validated(updateSchema, body);
        const dates = {
          completedOn: given.completed_date,
          startDate: given.start_date,
          estimatedCompletionDate: given.estimated_completion_date,
        };
        const told = Object.fromEntries(Object.entries(dates).filter(([, value]) => value !== undefined));
        return jsonAnswer(200, milestoneShape(state, state.setMilestone(row.id, told, 'api')));
      },
    }),
  ),
];
