import { z } from 'zod';
import type { Json } from '#lib/json.ts';
import { actionStateNames, attemptPurposes } from './action-states.ts';

const json: z.ZodType<Json> = z.json();
const jsonObject = z.record(z.string(), json);

/** What went wrong with a call, for people: never HTML. */
export const actionErrorSchema = z.object({
  code: z.string(),
  text: z.string(),
  whatToDo: z.string(),
  /** What Enerflo said about it in words, where it did. */
  said: z.string().nullable(),
  /** The same at the fields of the operation, where it told which. */
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type ActionError = z.infer<typeof actionErrorSchema>;

/** What a person asks for. */
export const actionInputSchema = z.object({
  connectionId: z.guid(),
  /** A name of the registry: `enerflo.note.add`. */
  operation: z.string().min(1).max(100),
  /** By field of the operation, as it was typed; put right here. */
  input: jsonObject,
  /** The person's time zone, for dates and clocks where the account has none; without either no clock is read. */
  timeZone: z.string().max(60).optional(),
});

/** Where a value that was typed was put right. */
export const puttingRightSchema = z.object({
  field: z.string(),
  from: z.string(),
  to: z.string(),
  /** `digits only, as Enerflo wants them` */
  why: z.string(),
});

/** One field, today's value beside the new one; in words where they are ids. */
export const besideSchema = z.object({
  field: z.string(),
  label: z.string(),
  /** Null: empty in Enerflo, or (`told` false) not told by it. */
  before: json,
  beforeText: z.string().nullable(),
  after: json,
  afterText: z.string().nullable(),
  told: z.boolean(),
  changes: z.boolean(),
});
export type Beside = z.infer<typeof besideSchema>;

const sideEffectSchema = z.object({ code: z.string(), text: z.string(), agree: z.boolean() });

const lookalikeSchema = z.object({
  about: z.string(),
  /** In what it is alike: `name`, `e-mail`, `phone`, `address`. */
  alike: z.array(z.string()),
  kind: z.string(),
  id: z.string(),
  link: z.string().nullable(),
  /** Our id of it in Enerflo: sent with this id, it is updated. Null: Enerflo tells none. */
  integrationRecordId: z.string().nullable(),
});

/** An input as it would be sent. */
export const putRightSchema = z.object({
  input: jsonObject,
  puttingRight: z.array(puttingRightSchema),
  /** What keeps it from being sent, at its field. */
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  /** What had better be there, and is not. */
  cautions: z.array(z.object({ field: z.string(), message: z.string() })),
});
export type PutRight = z.infer<typeof putRightSchema>;

/** What would be sent, and beside what. Nothing has been changed in Enerflo. */
export const previewSchema = putRightSchema.extend({
  /** The exact request, without the key; null while there are problems. */
  request: z.object({ method: z.string(), url: z.string(), body: json }).nullable(),
  about: z.string().nullable(),
  beside: z.array(besideSchema),
  /** Stands for today's values: told back when it is sent, so that a change meanwhile is noticed. */
  seen: z.string().nullable(),
  nothingChanges: z.boolean(),
  sideEffects: z.array(sideEffectSchema),
  lookalikes: z.array(lookalikeSchema),
  /** How it can be undone, in words, by what Enerflo has today; null where it cannot, and where nothing changes. */
  undo: z.string().nullable(),
  /** Why today's values could not be read. */
  failure: actionErrorSchema.nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

export const actionItemSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  connectionName: z.string(),
  environment: z.string(),
  operation: z.string(),
  /** Of the operation: `Add a note`. */
  label: z.string(),
  state: z.enum(actionStateNames),
  /** Personal. */
  about: z.string().nullable(),
  actorName: z.string(),
  /** `The note was added.` */
  words: z.string().nullable(),
  error: actionErrorSchema.nullable(),
  readBack: z.enum(['same', 'differs', 'not-read']).nullable(),
  eventId: z.string().nullable(),
  bulkId: z.string().nullable(),
  undoesId: z.string().nullable(),
  createdAt: z.string(),
  settledAt: z.string().nullable(),
});
export type ActionItem = z.infer<typeof actionItemSchema>;

export const actionAttemptSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  purpose: z.enum(attemptPurposes),
  state: z.enum(['sending', 'answered', 'failed', 'unknown']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  request: z.object({ method: z.string(), url: z.string(), headers: z.record(z.string(), z.string()) }),
  requestBody: z.string(),
  responseStatus: z.number().int().nullable(),
  responseHeaders: z.record(z.string(), z.string()).nullable(),
  responseBody: z.string().nullable(),
  error: actionErrorSchema.nullable(),
});
export type ActionAttempt = z.infer<typeof actionAttemptSchema>;

export const actionDetailSchema = actionItemSchema.extend({
  input: jsonObject,
  /** What was before, what was asked and what was read back, by field. */
  fields: z.array(
    besideSchema.extend({
      /** What Enerflo has now; null while it was not read back. */
      now: json,
      nowText: z.string().nullable(),
      /** Whether Enerflo told it when it was read back. */
      nowTold: z.boolean(),
    }),
  ),
  /** Where it can be looked at in Enerflo. */
  link: z.string().nullable(),
  recordKeys: z.array(z.string()),
  /** The ids here of those of which something is kept. */
  recordIds: z.record(z.string(), z.string()),
  /** How it can be undone now, in words; null where it cannot (any more). */
  undo: z.string().nullable(),
  /** What taking it back does besides, of which a person is told before. */
  undoEffects: z.array(z.string()),
  /** Why not, where it could have been. */
  undoGone: z.string().nullable(),
  undoneById: z.string().nullable(),
  /** The operation that may do it in its place, since Enerflo did not allow it; null where there is none. */
  instead: z.string().nullable(),
  /** A later action of that operation which was done to the same record, whatever it changed. */
  insteadDoneById: z.string().nullable(),
  /** Whether its form may be opened with what was asked (`instead`): it surely was not done, nor a part of it. */
  canCorrect: z.boolean(),
  canLookUp: z.boolean(),
  /** Whether a person can say if it arrived: it is in doubt, and not looked for any more. */
  canSettle: z.boolean(),
  /** Whether it is known that it arrived, by Enerflo's answer or by a look there: nobody can say that it did not. */
  confirmed: z.boolean(),
  attempts: z.array(actionAttemptSchema),
});
export type ActionDetail = z.infer<typeof actionDetailSchema>;

/**
 * What may be done in the place of an action: where Enerflo did not allow it, by today's values there; where it was not
 * done for another reason, the same with what was asked, to be corrected (`updates` and `why` are null then).
 */
export const insteadOfActionSchema = z.object({
  connectionId: z.string(),
  /** `enerflo.lead.add` */
  operation: z.string(),
  /** Of that operation, with what was wanted in it; null where it cannot be done (`why`). */
  input: jsonObject.nullable(),
  /** What stands in Enerflo already and is changed by it. */
  updates: z
    .object({ kind: z.string(), id: z.string(), about: z.string(), integrationRecordId: z.string() })
    .nullable(),
  /** Labels of what was wanted and is not in it. */
  left: z.array(z.string()),
  /** Why not, and what to do. */
  why: z.string().nullable(),
  /** Where Enerflo is. */
  link: z.string(),
  /** What Enerflo said against it, for what is to be corrected. May be personal. */
  said: z.string().nullable(),
  /** The event from which it was opened. */
  eventId: z.string().nullable(),
});
export type InsteadOfAction = z.infer<typeof insteadOfActionSchema>;

export const actionFilterSchema = z.object({
  connectionId: z.guid().optional(),
  operation: z.string().optional(),
  state: z.enum(actionStateNames).optional(),
  actorId: z.guid().optional(),
  eventId: z.guid().optional(),
  bulkId: z.guid().optional(),
  /** `enerflo.install:4453459` */
  record: z.string().max(300).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
export type ActionFilter = z.infer<typeof actionFilterSchema>;

/** One operation as programs are told of it. */
export const operationSchema = z.object({
  name: z.string(),
  label: z.string(),
  words: z.string(),
  guideStep: z.string().nullable(),
  evidence: z.enum(['documented', 'captured', 'assumed']),
  role: z.string(),
  kind: z.enum(['read', 'write']),
  undo: z.string().nullable(),
  /** JSON Schema of its input. */
  input: jsonObject,
});
