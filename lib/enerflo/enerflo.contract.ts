import { z } from 'zod';
import { contract, idSchema } from '#lib/http/contract-base.ts';
import { pickKinds } from '#lib/operations/field-words.ts';
import { enerfloSettingsSchema, provableSettings } from './enerflo-settings.schema.ts';

const one = z.object({ id: idSchema });
const tags = ['accounts'];

/** What a real answer showed of a form on which the sources disagree. */
const proofSchema = z.object({ right: z.boolean(), at: z.string(), actionId: z.string().nullable() });

export const proofsSchema = z.partialRecord(z.enum(provableSettings), proofSchema);

const budgetSchema = z.object({
  /** Requests that an API key may make in so many seconds. */
  limit: z.object({ requests: z.number().int(), seconds: z.number().int() }),
  /** Left for people now, as far as we know; less where another program uses the key. */
  left: z.number().int(),
  /** What Enerflo's newest answer said is left, and when; null where none of late. */
  told: z.object({ left: z.number().int(), at: z.string() }).nullable(),
  /** Nobody sends before this. */
  pausedUntil: z.string().nullable(),
});
export type BudgetDto = z.infer<typeof budgetSchema>;

const accountApiSchema = z.object({
  hasKey: z.boolean(),
  settings: enerfloSettingsSchema,
  /** Where requests go: the setting, or the console's own. */
  baseUrl: z.string(),
  proofs: proofsSchema,
  /** Null while there is no key. */
  budget: budgetSchema.nullable(),
});
export type AccountApi = z.infer<typeof accountApiSchema>;

/** Something to choose by name; `value` is what is sent. */
export const choiceSchema = z.object({
  value: z.string(),
  label: z.string(),
  /** What tells it from others of its name: an address, an e-mail address. Personal. */
  detail: z.string().nullable(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** What of a choice is sent: most operations want its id, some an e-mail address or a name. */
export const choiceValueSchema = z.enum(['id', 'email', 'name']);
export type ChoiceValue = z.infer<typeof choiceValueSchema>;

export const enerfloContract = {
  account: contract
    .route({
      method: 'GET',
      path: '/connections/{id}/enerflo',
      summary: 'How an Enerflo account is called, and how much of its limit is left',
      tags,
    })
    .meta({ role: 'viewer' })
    .input(one)
    .output(accountApiSchema),
  setSettings: contract
    .route({
      method: 'PUT',
      path: '/connections/{id}/enerflo',
      summary: 'Say how an Enerflo account is called',
      tags,
    })
    .meta({ role: 'admin' })
    .input(one.extend({ settings: enerfloSettingsSchema }))
    .output(accountApiSchema),
  test: contract
    .route({
      method: 'POST',
      path: '/connections/{id}/enerflo/test',
      summary: 'Test whether Enerflo takes the API key',
      tags,
    })
    .meta({ role: 'operator' })
    .input(one)
    .output(z.object({ ok: z.boolean(), words: z.string(), whatToDo: z.string().nullable() })),
  choices: contract
    .route({
      method: 'GET',
      path: '/connections/{id}/choices/{picks}',
      summary: 'What can be chosen by name in an Enerflo account',
      tags: ['do in Enerflo'],
    })
    .meta({ role: 'operator' })
    .input(
      one.extend({
        picks: z.enum(pickKinds),
        /** Part of a name, an address or an id. */
        q: z.string().max(200).optional(),
        /**
         * The id of what it lies in: the install of a milestone, the customer of an appointment, the deal that an
         * install came of. Of a status, the install whose company's are wanted.
         */
        within: z.string().max(100).optional(),
        /** The reader's time zone, for times in labels where the account has none of its own; UTC unless told. */
        timeZone: z.string().max(60).optional(),
        value: choiceValueSchema.default('id'),
      }),
    )
    .output(
      z.object({
        items: z.array(choiceSchema),
        /** There are more than are told: ask for more of the name. */
        more: z.boolean(),
        /** Why Enerflo could not be asked; what is known here is told nevertheless. */
        failure: z.object({ text: z.string(), whatToDo: z.string() }).nullable(),
      }),
    ),
};
