import { z } from 'zod';
import { contract } from '#lib/http/contract-base.ts';

const firstStepsSchema = z.object({
  /** A person made or copied an address, or something came. */
  connected: z.boolean(),
  /** An event came. */
  heard: z.boolean(),
  /** There is a flow. */
  flow: z.boolean(),
});
export type FirstStepsState = z.infer<typeof firstStepsSchema>;

export const firstStepsContract = {
  get: contract
    .route({
      method: 'GET',
      path: '/first-steps',
      summary: 'Which of the first steps in a new console are done',
      tags: ['accounts'],
    })
    .meta({ role: 'viewer' })
    .output(firstStepsSchema),
};
