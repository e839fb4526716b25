import type { z } from 'zod';
import type { Role } from '#lib/auth/roles.ts';
import type { Evidence } from '#lib/catalog/event-type.ts';
import type { EnerfloFailureCode } from '#lib/enerflo/enerflo-result.ts';
import type { EnerfloSettings, ProvableSetting } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { OperationRequest } from './operation-request.ts';

/** What an operation knows besides its input: how the account wants its requests. */
export type OperationContext = { settings: EnerfloSettings };

/** A record that an operation concerns. */
export type Subject = { kind: string; id: string };

/** What Enerflo has today, beside the fields of the input. */
export type CurrentValues = {
  /** By field of the input; a field that Enerflo does not tell is absent. */
  values: JsonObject;
  /** The same in words where the value is an id or a code (`On Hold`), by field. */
  labels?: Record<string, string>;
  /** Whom or what it is about: `Lynn Kasper, 12 Elm St`. Personal. */
  about: string | null;
  /** Enerflo's own time of this state; null where it tells none. */
  stamp: string | null;
  /** What side effects depend on (`notify_customer` of a milestone). */
  facts?: JsonObject;
  /** Ids that only reading told (of a note, where the answer to adding it had none): they join those of the answer. */
  subjects?: Subject[];
};

/** What a further answer tells of the fields of the input, and ids that only it told. */
export type ValuesBeside = Pick<CurrentValues, 'values' | 'labels' | 'subjects'>;

/** What a good answer says. */
export type OperationAnswer = {
  /** A sentence in the past tense: `The note was added.` */
  words: string;
  /** Ids that the answer brought, of what was made or changed. */
  subjects: Subject[];
  /** For reads: what came, for the person or the program that asked; for writes what undo and reading back need. */
  data: Json;
};

/** Something that happens besides what was asked, of which a person is told before sending. */
export type SideEffect = {
  /** `emails-homeowner`: agreed to by this code. */
  code: string;
  /** `Enerflo may e-mail the homeowner about this milestone.` */
  text: string;
  /** Whether the person must agree before it is sent. */
  agree: boolean;
};

/**
 * A setting of the account that an operation shows to be right or wrong: by these fields, read back, of which at least
 * one was sent and is told. `doubtedBy`: the failure behind which a wrong one may be.
 */
export type Proves = { setting: ProvableSetting; by: readonly string[]; doubtedBy?: EnerfloFailureCode };

/** What looks like what is about to be made. */
export type Lookalike = {
  subject: Subject;
  about: string;
  alike: string[];
  /** Our id of it, as Enerflo has it: sent with this id it is updated, not doubled. Null: Enerflo tells none. */
  integrationRecordId: string | null;
  /** What the row that was found tells of it, by field of the input; a field that it does not tell is absent. Personal. */
  values: JsonObject;
};

/** An input for another operation in the place of one that Enerflo does not allow; or in words why there is none. */
export type Instead =
  | {
      input: JsonObject;
      /** What stands in Enerflo already and is changed by it. Personal. */
      updates: Pick<Lookalike, 'subject' | 'about'> & { integrationRecordId: string };
      /** Fields that were wanted and cannot be told in it. */
      left: string[];
    }
  | { why: string };

/**
 * What a look finds: it (an answer); things that came since, each made by one request and its id the first of the
 * subjects, so that one which another action made is not it; a part of it alone; or what may be it and may have been
 * there before, so that nobody can tell however often it is looked. The last two in a sentence, with what a person should
 * do.
 */
export type LookedUp = OperationAnswer | { oneOf: OperationAnswer[] } | Unsettled;
/** What a look finds that does not settle it as done. */
export type Unsettled = { partly: Finding } | { undecided: Finding };
type Finding = { text: string; whatToDo: string; subjects: Subject[] };

type Reads<I> = {
  request: (input: I, context: OperationContext) => OperationRequest;
  /** Null where what it is about is not there. */
  values: (body: Json, input: I, context: OperationContext) => CurrentValues | null;
};

/** An operation whose functions take its input as `I`: how entries are written (see define-operation.ts). */
export type OperationFor<I> = {
  /** `enerflo.note.add` */
  name: string;
  /** `Add a note`: a verb and what it is about. */
  label: string;
  /** What it does in Enerflo, in a sentence. */
  words: string;
  /** `guide step 5.1`; null where the guide does not have it. */
  guideStep: string | null;
  evidence: Evidence;
  role: Role;
  kind: 'read' | 'write';
  /** What it is about and the field that names it; null for what is made anew. */
  about: { kind: string; field: string } | null;
  /** The field that names for what it is made, where that may be against it: two for the same never go at one time. */
  madeFor?: string;
  /** Fields with ids of ours, by which it makes or updates: two that have one alike never go at one time in bulk. */
  ownIds?: readonly string[];
  /** In the field's terms, keys as Enerflo has them; each field has its words in `fieldWords`. Strict. */
  input: z.ZodObject;
  /** `changed`: the fields that differ from Enerflo's; a request that takes parts has only those in its body. */
  request: (input: I, context: OperationContext, changed: ReadonlySet<string> | null) => OperationRequest;
  answer: (body: Json, input: I) => OperationAnswer;
  /** Today's values: read before sending (shown beside the new ones) and after it (compared). */
  current?: Reads<I> & {
    /** A further answer that tells what side effects depend on: it joins the facts, unless it fails. */
    also?: {
      request: (input: I, context: OperationContext) => OperationRequest;
      facts: (body: Json, input: I) => JsonObject;
    };
  };
  /** Where an answer may tell a value by its name alone: the list that has its id, to read on with the id put in. */
  named?: {
    /** Whether this answer does so. */
    lacksId: (body: Json) => boolean;
    request: (input: I, context: OperationContext) => OperationRequest;
    /** The answer with the id in it; as it came where the list does not say which one it is. */
    withId: (body: Json, list: Json, input: I) => Json;
  };
  /** What it made, read back by what the answer told and when it was sent; where `current` cannot. */
  made?: {
    request: (
      answer: OperationAnswer,
      input: I,
      context: OperationContext,
      sentAt: Date,
    ) => OperationRequest | null;
    values: (body: Json, answer: OperationAnswer, input: I) => CurrentValues | null;
    /**
     * What came with it and is told elsewhere (the appointment of a lead): its values join the others. A list may show
     * late what was just made, so that it is not there proves nothing: then it counts as not read back, `notYet` says so.
     * A bulk of which none is there is stopped.
     */
    also?: {
      request: (answer: OperationAnswer, input: I) => OperationRequest | null;
      /** Null where this page tells nothing of it, `not-yet` where no other page would. */
      values: (
        body: Json,
        answer: OperationAnswer,
        input: I,
        sentAt: Date,
      ) => ValuesBeside | 'not-yet' | null;
      /** `appointment` */
      what: string;
      /** In sentences: that Enerflo does not show it, late or for good, and what to do. */
      notYet: string;
    };
  };
  /** After a request that may have arrived: where to look, and whether it is there. Null: it is not. */
  lookUp?: {
    request: (input: I, context: OperationContext, sentAt: Date) => OperationRequest;
    found: (body: Json, input: I, sentAt: Date, context: OperationContext) => LookedUp | null;
    /** Whether an answer tells at all what is looked for: where it does not, nothing found proves nothing. */
    tells: (body: Json) => boolean;
    /** Where what was found is only the way to it (a lead, for its appointments): where to look on. */
    next?: {
      request: (answer: OperationAnswer) => OperationRequest;
      found: (body: Json, answer: OperationAnswer, input: I, sentAt: Date) => LookedUp | null;
      tells: (body: Json) => boolean;
    };
  };
  /** Where to look for what is already there, and what of it is alike. */
  lookalikes?: {
    requests: (input: I, context: OperationContext) => OperationRequest[];
    found: (bodies: Json[], input: I) => Lookalike[];
  };
  /** How it is taken back; absent where Enerflo cannot. */
  undo?: {
    /** `Set it back to what it was` */
    words: string;
    operation: string;
    /** Null where this one cannot be (nothing is known of before). */
    input: (input: I, before: JsonObject | null, answer: OperationAnswer) => JsonObject | null;
    /** Whether it hangs on what the answer will tell (the id of a note), rather than on what was before. */
    byAnswer?: true;
  };
  /** For writes without `undo`: why they cannot be taken back, and what to do instead. */
  noUndo?: string;
  /** Where Enerflo may not allow it for one that is no customer yet: what does the same to such a one. */
  whenNotAllowed?: {
    /** `enerflo.lead.add` */
    operation: string;
    /** What to do, in the place of the usual words about a request that is not allowed. */
    whatToDo: string;
    /** What is to be known for it, the record itself first. */
    requests: (input: I) => OperationRequest[];
    /** The list that tells our id of it, to be read by what was told; null where nothing was. */
    next: (bodies: readonly Json[]) => OperationRequest | null;
    /** `bodies` in the order of the requests, each null where it failed. */
    input: (bodies: readonly Json[], list: Json, input: I) => Instead;
  };
  /** Moments on the clock of `timeZone`; in UTC where nobody knows it. Its sentences name no person: viewers read them. */
  sideEffects?: (input: I, current: CurrentValues | null, timeZone?: string | null) => SideEffect[];
  /** What its first answers show of how the account is set where the sources disagree. */
  proves?: readonly Proves[];
  /** Fields that are put right to this where they are empty (an id of our own for a lead); the input may lack any field. */
  fills?: (input: JsonObject, context: OperationContext) => JsonObject;
};

/**
 * A named request to Enerflo. From its entry come the form, the API, the CLI and the docs. Pure. Its functions read
 * their input with the schema and throw for one that does not fit: put it right first.
 */
export type Operation = OperationFor<JsonObject>;
