import { jsonAnswer, Refusal } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { listed } from '../answering/listed.ts';
import { numberFrom, paged } from '../answering/paged.ts';
import { rowOf } from '../answering/row-of.ts';
import { companyShape, officeShape, userInside, userShape } from '../shapes/person-shapes.ts';

/** Users and offices (field facts 5.10), and whose key it is. */
export const peopleRoutes: Route[] = [
  {
    // `pageSize` is passed over in silence, and 100 is the page; `per_page` is honoured up to 500.
    method: 'GET',
    path: '/api/v3/users',
    answer: ({ query, state, settings }) => {
      const company = query.get('company_id');
      if (company && settings.companyFilter === 'forbidden') {
        throw new Refusal(jsonAnswer(403, { message: 'This action is unauthorized.' }));
      }
      const role = query.get('user_role')?.toLowerCase();
      const users = [...state.users.values()].filter(
        (user) =>
          !user.deletedAt &&
          (!company || String(user.companyId) === company) &&
          (!role || user.roles.some((name) => name.toLowerCase() === role)),
      );
      const size = Math.min(500, numberFrom(query, 'per_page', 100));
      const page = paged(users, numberFrom(query, 'page', 1), size);
      return jsonAnswer(200, {
        results: page.rows.map(userShape),
        totalPages: page.totalPages,
        dataCount: page.total,
      });
    },
  },
  {
    // By the id of the user: an `agent_id` finds nobody.
    method: 'GET',
    path: '/api/v3/users/*',
    answer: ({ params, state }) => jsonAnswer(200, userShape(rowOf(state.users, params[0]))),
  },
  {
    method: 'GET',
    path: '/api/v3/offices',
    answer: ({ state, settings }) =>
      jsonAnswer(200, listed(settings, [...state.offices.values()].map(officeShape))),
  },
  {
    method: 'GET',
    path: '/api/v3/offices/*',
    answer: ({ params, state }) => jsonAnswer(200, officeShape(rowOf(state.offices, params[0]))),
  },
  {
    method: 'GET',
    path: '/api/v3/authcheck',
    answer: ({ state, user }) => {
      const company = state.companies.get(user.companyId);
      const inside = company ? companyShape(company) : null;
      return jsonAnswer(200, { success: true, user: userInside(user), company: inside });
    },
  },
];
