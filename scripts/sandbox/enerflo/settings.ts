import { z } from 'zod';

/**
 * What the sources disagree on, or leave open: how this Enerflo is. All may be changed while it runs
 * (`PUT /_stand-in/settings`).
 */
export const settingsSchema = z.strictObject({
  /** The form of a lead that is understood: of any other the fields are missing. */
  leadBody: z.enum(['wrapped', 'flat', 'either']).default('wrapped'),
  /** The key of a lead's phone that is read; another is passed over in silence. */
  leadPhone: z.enum(['mobile', 'phone', 'either']).default('mobile'),
  /** `{status, customer_id}` or `{data: {lead: {id}}}`: both were seen. */
  leadAnswer: z.enum(['customer-id', 'data-lead']).default('customer-id'),
  /** Whether the appointment and the deal that come with a lead are made, or passed over in silence. */
  leadMore: z.enum(['made', 'passed-over']).default('made'),
  /** Whether a lead without e-mail is refused (the guide asks for one, practice does not). */
  emailRequired: z.boolean().default(false),
  /** Whether a lead of which e-mail, phone or address is there already is refused (a setting of the company). */
  duplicates: z.enum(['allow', 'block']).default('allow'),
  /** Which id the PUT of a milestone takes: `id` of the list, or `milestone_id`, that of the definition. */
  milestoneId: z.enum(['listed', 'definition']).default('listed'),
  /** How lists answer whose shape is not documented (statuses, milestones, offices, change orders). */
  lists: z.enum(['results', 'data', 'bare']).default('results'),
  /** How installs tell their status: its id and its name, or the name alone (`status_id` is in no field list of 5.2). */
  installStatus: z.enum(['id-and-name', 'name-only']).default('id-and-name'),
  /** From a deal's submission until its install appears (its agreement is approved). Null: on command only. */
  installDelaySeconds: z.number().min(0).nullable().default(60),
  /** How long a new customer is not found by searches, its new deal not told there, a new appointment not listed. */
  indexDelaySeconds: z.number().min(0).default(0),
  /** Whether an edit of a milestone moves the install's `updated_at` too. */
  milestoneTouchesInstall: z.boolean().default(true),
  /** Whether a milestone's row tells when it was made and last changed. */
  milestoneTimes: z.boolean().default(true),
  /** A super-company's key is refused `company_id` filters (403). */
  companyFilter: z.enum(['works', 'forbidden']).default('works'),
  /** Requests that one key may make in any so many real seconds. */
  limit: z
    .strictObject({ requests: z.int().min(1), seconds: z.number().positive() })
    .default({ requests: 300, seconds: 60 }),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingsInput = z.input<typeof settingsSchema>;
