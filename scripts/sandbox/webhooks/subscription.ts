import { z } from 'zod';

/**
 * Where webhooks of one version go. `events`: only these (all, unless told). `installs`: update_install and its like
 * as they were captured (flat, `status{id,name}`) or as the guide prints them (wrapped, `status_id`).
 */
export const subscriptionSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  version: z.enum(['v1', 'v2']),
  events: z.array(z.string().min(1)).min(1).optional(),
  installs: z.enum(['captured', 'guide']).default('captured'),
});
export type Subscription = z.infer<typeof subscriptionSchema> & { id: string };
export type SubscriptionInput = z.input<typeof subscriptionSchema>;
