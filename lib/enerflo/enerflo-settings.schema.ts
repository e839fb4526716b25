import { z } from 'zod';
import { enerfloBaseUrl } from './enerflo-base-url.schema.ts';

/**
 * How the API of one Enerflo account is called. Where the sources disagree the likely form is the default
 * (field facts 0.3 to 0.5); what first answers show of them is kept beside (`proofs`).
 */
export const enerfloSettingsSchema = z.strictObject({
  /** Null: ENERFLO_BASE_URL. */
  baseUrl: enerfloBaseUrl.nullable().default(null),
  /** `{"lead": {…}}` as in production use, or flat as the guide prints it. */
  leadBody: z.enum(['wrapped', 'flat']).default('wrapped'),
  leadPhone: z.enum(['mobile', 'phone']).default('mobile'),
  /** An id of ours in each lead, by which a repeat updates instead of doubling. The guide's example has none. */
  leadRecordId: z.boolean().default(true),
  /** Which id of a milestone the PUT takes: the one in the list, or that of its definition. */
  milestoneId: z.enum(['listed', 'definition']).default('listed'),
  /** The guide prints `PUT /api/v3/installs/67890/`. */
  installSlash: z.boolean().default(false),
  /** A note begins with `[From Jane Smith in Heliograph]: `, since Enerflo names the API's user. */
  noteAuthor: z.boolean().default(true),
  noteProduct: z.string().trim().min(1).max(40).default('Heliograph'),
  /** The company's time zone, in which dates are dates. Null: that of the person who acts. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'This is no time zone; one is written as America/Phoenix.')
    .nullable()
    .default(null),
  /** Enerflo's limit for one API key. */
  limit: z
    .strictObject({ requests: z.int().min(10).max(10_000), seconds: z.int().min(1).max(3_600) })
    .default({ requests: 300, seconds: 60 }),
});
export type EnerfloSettings = z.infer<typeof enerfloSettingsSchema>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The settings on which the sources disagree, and that real answers can prove. */
export const provableSettings = ['leadBody', 'leadPhone', 'milestoneId'] as const;
export type ProvableSetting = (typeof provableSettings)[number];
