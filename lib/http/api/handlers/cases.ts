import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { caseFacets, caseReference, countWaiting } from '#lib/cases/case-reference.ts';
import type { Reader } from '#lib/cases/case-row.ts';
import { getCase } from '#lib/cases/get-case.ts';
import { countCases, listCases } from '#lib/cases/list-cases.ts';
import { type ApiContext, procedure } from '../procedure.ts';

const reader = async ({ services, actor }: ApiContext): Promise<Reader> => ({
  personal: await seesPersonal(services.db, actor),
});

export const caseHandlers = {
  list: procedure.cases.list.handler(async ({ context, input }) =>
    listCases(context.services.db, input, await reader(context)),
  ),
  count: procedure.cases.count.handler(async ({ context, input }) =>
    countCases(context.services.db, input, await reader(context)),
  ),
  waiting: procedure.cases.waiting.handler(async ({ context }) => ({
    count: await countWaiting(context.services.db),
  })),
  facets: procedure.cases.facets.handler(async ({ context, input }) =>
    caseFacets(context.services.db, input, await reader(context)),
  ),
  reference: procedure.cases.reference.handler(async ({ context }) =>
    caseReference(context.services.db, await reader(context)),
  ),
  get: procedure.cases.get.handler(async ({ context, input }) =>
    getCase(context.services.db, input.id, await reader(context)),
  ),
};
