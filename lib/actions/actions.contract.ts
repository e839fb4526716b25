import { z } from 'zod';
import { contract, idSchema, pageQuery, pageSchema } from '#lib/http/contract-base.ts';
import {
  actionDetailSchema,
  actionFilterSchema,
  actionInputSchema,
  actionItemSchema,
  insteadOfActionSchema,
  operationSchema,
  previewSchema,
  putRightSchema,
} from './action.schema.ts';

const one = z.object({ id: idSchema });
const tags = ['do in Enerflo'];

export const actionsContract = {
  operations: contract
    .route({ method: 'GET', path: '/operations', summary: 'Everything that can be done in Enerflo', tags })
    .meta({ role: 'viewer' })
    .output(z.object({ items: z.array(operationSchema) })),
  putRight: contract
    .route({
      method: 'POST',
      path: '/actions/put-right',
      summary: 'See how an input would be put right; asks nothing of Enerflo',
      tags,
    })
    .meta({ role: 'operator' })
    .input(actionInputSchema)
    .output(putRightSchema),
  preview: contract
    .route({ method: 'POST', path: '/actions/preview', summary: 'See what an operation would send', tags })
    .meta({ role: 'operator' })
    .input(actionInputSchema)
    .output(previewSchema),
  run: contract
    .route({
      method: 'POST',
      path: '/actions',
      summary: 'Do something in Enerflo; answers once it is done, or in doubt',
      tags,
    })
    .meta({ role: 'operator' })
    .input(
      actionInputSchema.extend({
        /** Sent twice, it is one action, and the second answer is that of the first. */
        idempotencyKey: z.guid(),
        /** `seen` of the preview; left out, a change meanwhile is not noticed. */
        seen: z.string().nullable().optional(),
        /** Codes of the side effects that the person agreed to, and `lookalikes` for those. */
        agreed: z.array(z.string()).default([]),
        /** The event from which it was opened. */
        eventId: idSchema.optional(),
      }),
    )
    .output(actionDetailSchema),
  read: contract
    .route({ method: 'POST', path: '/operations/read', summary: 'Read something in Enerflo', tags })
    .meta({ role: 'operator' })
    .input(actionInputSchema)
    .output(z.object({ words: z.string(), data: z.json() })),
  list: contract
    .route({ method: 'GET', path: '/actions', summary: 'What people did in Enerflo, newest first', tags })
    .meta({ role: 'viewer' })
    .input(actionFilterSchema.extend(pageQuery))
    .output(pageSchema(actionItemSchema)),
  waiting: contract
    .route({
      method: 'GET',
      path: '/actions/waiting',
      summary:
        'How many actions of production may have arrived and are not looked for by themselves any more',
      tags,
    })
    .meta({ role: 'viewer' })
    .output(z.object({ count: z.number().int() })),
  get: contract
    .route({ method: 'GET', path: '/actions/{id}', summary: 'One action with all its exchanges', tags })
    .meta({ role: 'viewer' })
    .input(one)
    .output(actionDetailSchema),
  instead: contract
    .route({
      method: 'GET',
      path: '/actions/{id}/instead',
      summary:
        'What may be done in the place of an action that was not done: with what was asked, or where Enerflo did not allow it by another way, for which today’s values are read there',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(insteadOfActionSchema),
  undo: contract
    .route({ method: 'POST', path: '/actions/{id}/undo', summary: 'Take an action back', tags })
    .meta({ role: 'operator' })
    .input(one.extend({ idempotencyKey: z.guid() }))
    .output(actionDetailSchema),
  lookUp: contract
    .route({ method: 'POST', path: '/actions/{id}/look-up', summary: 'Look whether an action arrived', tags })
    .meta({ role: 'operator' })
    .input(one)
    .output(actionDetailSchema),
  settle: contract
    .route({
      method: 'POST',
      path: '/actions/{id}/settle',
      summary: 'Say whether an action in doubt that is not looked for any more arrived; sends nothing',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one.extend({ arrived: z.boolean() }))
    .output(actionDetailSchema),
};
