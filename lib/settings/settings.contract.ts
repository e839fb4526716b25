import { z } from 'zod';
import { sources } from '#lib/catalog/event-type.ts';
import { contract, environmentSchema } from '#lib/http/contract-base.ts';
import { settingSchemas } from './setting-schemas.ts';

const connectionSchema = z.object({
  id: z.string(),
  source: z.enum(sources),
  environment: environmentSchema,
  name: z.string(),
});
export type ConnectionItem = z.infer<typeof connectionSchema>;

const outboundAllowSchema = z.object({
  /** What an admin allowed here. */
  addresses: settingSchemas.outboundAllow,
  /** What the setting OUTBOUND_ALLOW of the process allows besides. */
  fromEnvironment: z.array(z.string()),
});

export const settingsContract = {
  connections: contract
    .route({ method: 'GET', path: '/connections', summary: 'Accounts', tags: ['settings'] })
    .meta({ role: 'viewer' })
    .output(z.object({ items: z.array(connectionSchema) })),
  outboundAllow: contract
    .route({
      method: 'GET',
      path: '/settings/outbound-allow',
      summary: 'Private addresses that deliveries may reach',
      tags: ['settings'],
    })
    .meta({ role: 'editor' })
    .output(outboundAllowSchema),
  saveOutboundAllow: contract
    .route({
      method: 'PUT',
      path: '/settings/outbound-allow',
      summary: 'Set the private addresses that deliveries may reach',
      tags: ['settings'],
    })
    .meta({ role: 'admin' })
    .input(z.object({ addresses: settingSchemas.outboundAllow }))
    .output(outboundAllowSchema),
};
