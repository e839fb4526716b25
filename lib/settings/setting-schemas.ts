import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** A private address that deliveries may reach: `host:port` (`127.0.0.1:4010`, `[::1]:4010`) or a CIDR block. */
export const outboundAddress = z
  .string()
  .trim()
  .refine(
    (text) => isHostAndPort(text) || ipaddr.isValidCIDR(text),
    'Give host:port (crm.internal:8080) or a block (10.0.0.0/8)',
  );

/** Every setting kept in the database, and its shape. One line here adds one. */
export const settingSchemas = {
  /** Private addresses that deliveries may reach, besides OUTBOUND_ALLOW. */
  outboundAllow: z.array(outboundAddress).max(200),
  /** Whether viewers see homeowners' names, addresses, phone numbers and the like only as masks. */
  hidePersonalFromViewers: z.boolean(),
  /** Tells whether a process has the key this database was set up with. */
  secretCheck: z.strictObject({ keyId: z.string(), mac: z.string() }),
  /** By source, the credential that the settings of the process gave last; null where they gave none. */
  seededCredentials: z.record(
    z.string(),
    z.strictObject({ mac: z.string().nullable(), username: z.string().nullable() }),
  ),
  /**
   * Down to which event the search is as this version of its words has it, for what an older version applied; the lowest
   * id: for all of it.
   */
  searchSwept: z.strictObject({ version: z.number().int(), downTo: z.string() }),
  /** When workers were last seen alive, and since when accounts are still to be caught up, by their ids. */
  readingsWatch: z.strictObject({ aliveAt: z.string(), owed: z.record(z.string(), z.string()) }),
  /** Hash of the one-time code of the first-run page; absent once there is a user. */
  firstRunCode: z.strictObject({ sha256: z.string() }),
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingSchemas)[K]>;

function isHostAndPort(text: string): boolean {
  const parts = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+):(\d{1,5})$/i.exec(text);
  return parts !== null && Number(parts[2]) >= 1 && Number(parts[2]) <= 65_535;
}
