import { jsonAnswer } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { listed } from '../answering/listed.ts';
import { rowOf } from '../answering/row-of.ts';
import { changeOrderShape } from '../shapes/change-order-shape.ts';

/** Change orders, to read only: the API has no way to make one (guide 6). */
export const changeOrderRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v3/change-orders',
    answer: ({ query, state, settings }) => {
      const install = query.get('install_id') ?? query.get('epc_install_id');
      const rows = [...state.changeOrders.values()].filter(
        (one) => !install || String(one.installId) === install,
      );
      return jsonAnswer(
        200,
        listed(
          settings,
          rows.reverse().map((one) => changeOrderShape(state, one)),
        ),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/v3/change-orders/*',
    answer: ({ params, state }) =>
      jsonAnswer(200, changeOrderShape(state, rowOf(state.changeOrders, params[0]))),
  },
];
