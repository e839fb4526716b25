import { getFlow } from '#lib/flows/get-flow.ts';
import { listFlows } from '#lib/flows/list-flows.ts';
import { mappableFields } from '#lib/flows/mappable-fields.ts';
import { previewMapping } from '#lib/flows/preview-mapping.ts';
import { saveFlow } from '#lib/flows/save-flow.ts';
import { setFlowEnabled } from '#lib/flows/set-flow-enabled.ts';
import { changing } from '../changing.ts';
import { procedure } from '../procedure.ts';

export const flowHandlers = {
  list: procedure.flows.list.handler(async ({ context }) => ({
    items: await listFlows(context.services.db),
  })),
  get: procedure.flows.get.handler(({ context, input }) => getFlow(context.services.db, input.id)),
  create: procedure.flows.create.handler(({ context, input }) => saveFlow(changing(context), input)),
  change: procedure.flows.change.handler(({ context, input: { id, ...input } }) =>
    saveFlow(changing(context), input, id),
  ),
  setEnabled: procedure.flows.setEnabled.handler(({ context, input }) =>
    setFlowEnabled(changing(context), input.id, input.enabled),
  ),
  fields: procedure.flows.fields.handler(({ context, input }) => mappableFields(context.services.db, input)),
  preview: procedure.flows.preview.handler(async ({ context, input }) => {
    const { origin, body, problems, trace } = await previewMapping(context.services.db, input);
    return { origin, body, problems, absent: trace.filter((row) => row.absent).map((row) => row.target) };
  }),
};
