import { z } from 'zod';
import { contract } from '#lib/http/contract-base.ts';
import { settingSchemas } from './setting-schemas.ts';

const outboundAllowSchema = z.object({
  /** What an admin allowed here. */
  addresses: settingSchemas.outboundAllow,
  /** What the setting OUTBOUND_ALLOW of the process allows besides. */
  fromEnvironment: z.array(z.string()),
});

const personalValuesSchema = z.object({ hiddenFromViewers: settingSchemas.hidePersonalFromViewers });

export const settingsContract = {
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
  personalValues: contract
    .route({
      method: 'GET',
      path: '/settings/personal-values',
      summary: 'Whether viewers see personal values',
      tags: ['settings'],
    })
    .meta({ role: 'editor' })
    .output(personalValuesSchema),
  savePersonalValues: contract
    .route({
      method: 'PUT',
      path: '/settings/personal-values',
      summary: 'Hide personal values from viewers, or show them',
      tags: ['settings'],
    })
    .meta({ role: 'admin' })
    .input(personalValuesSchema)
    .output(personalValuesSchema),
};
