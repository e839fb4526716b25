import { jsonAnswer } from '../answering/answer.ts';
import type { Route } from '../answering/ask.ts';
import { rowOfEither } from '../answering/row-of.ts';
import { userInside } from '../shapes/person-shapes.ts';
import { stamp, stampOrNull } from '../shapes/stamp.ts';
import { costShape, solarShape } from '../shapes/system-shapes.ts';

/** Deals, "surveys" in this API, by either of their ids (field facts 4.12). */
export const dealRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/v3/surveys/*',
    answer: ({ params, state }) => {
      const deal = rowOfEither(state.deals, params[0]);
      const customer = state.customers.get(deal.customerId);
      const install = state.installOf(deal.id);
      const agent = deal.agentUserId ? state.users.get(deal.agentUserId) : undefined;
      return jsonAnswer(200, {
        id: deal.id,
        v2_survey_id: deal.uuid,
        name: deal.shortCode,
        survey_type_id: deal.dealTypeId,
        survey_type: state.dealTypes.get(deal.dealTypeId)?.name ?? null,
        company_id: deal.companyId,
        epc_company_id: deal.installCompanyId,
        customer_id: deal.customerId,
        customer: customer && {
          id: customer.id,
          name: `${customer.firstName} ${customer.lastName}`,
          email: customer.email,
          phone: customer.phone,
        },
        agent_id: agent?.agentId ?? null,
        agent_user: userInside(agent),
        status: deal.stage,
        install_id: install && !install.deletedAt ? install.id : null,
        pricing: costShape(deal.system),
        solarData: solarShape(deal.system),
        submitted_at: stampOrNull(deal.submittedAt),
        created_at: stamp(deal.createdAt),
        updated_at: stamp(deal.updatedAt),
      });
    },
  },
];
