import type { JsonObject } from '#lib/json.ts';

/** How freely a value may be shown: plain, personal (a homeowner's or a colleague's), or secret (never shown). */
export type FieldClass = 'plain' | 'personal' | 'secret';

/** What a value is normalised to. `instant` becomes ISO 8601 UTC, `date` stays YYYY-MM-DD, `zip` keeps its leading zero. */
export type FieldType =
  | 'text'
  | 'id'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'phone'
  | 'email'
  | 'zip'
  | 'url';

/** One field of a record, with every place where a source has been seen to put it. */
export type FieldDefinition = {
  key: string;
  label: string;
  class: FieldClass;
  type: FieldType;
  /** For ids: the record kind (or other kind of thing) it is the id of. Ids without it link nothing. */
  refersTo?: string;
  /** It is only the name of what this field of the record says (an id): once that is another, the name is not its name. */
  nameOf?: string;
  /**
   * Paths from the record's root. The first that is filled gives the value; where those present are all
   * empty the field is emptied; where none is present the field is not told.
   */
  from: readonly string[];
};

/** One part of a composed key; an `instant` is normalised, so that two spellings of a time are one key. */
export type IdPart = { from: readonly string[]; type: 'id' | 'text' | 'instant'; optional?: boolean };

/** A kind of thing at a vendor. One file each under catalog/records/. */
export type RecordKind = {
  /** `enerflo.install` */
  kind: string;
  /** `Enerflo install` */
  label: string;
  /** Paths of its id from the record's root. Several parts make a composed natural key: see `idParts`. */
  id: readonly string[];
  /** Where no id came: each part is a list of aliases, joined with `|`; optional parts may be empty. */
  idParts?: readonly IdPart[];
  /** Salesforce ids: 15 and 18 characters name the same record, so the first 15 count. */
  salesforceId?: boolean;
  /** Paths of the time of this state by the source's own clock. None: it has no clock. */
  clock: readonly string[];
  /** Paths of the time zone in which its times without one are told; without it they are UTC. */
  zone?: readonly string[];
  fields: readonly FieldDefinition[];
  /** What tells in a list of others how it stands: the first of these plain days that is told, behind its word. */
  standing?: readonly { key: string; word: string }[];
  /** The plain number that tells its place among its like. */
  place?: string;
};

/** Where an event type speaks of a record. */
export type RecordUse = {
  record: RecordKind;
  /** Path from the unwrapped body to the record's root; '' is the body itself. */
  at: string;
  /** Where no path leads to the root: finds it in the unwrapped body. `at` then says where most of it lies. */
  rootOf?: (core: JsonObject) => JsonObject;
  /** The body names it by its id only (`deal_id`); no field is read. */
  idOnly?: boolean;
  main: boolean;
  /** Aliases of the id, from the unwrapped body, where this type keeps it elsewhere (`install_id`). */
  idFrom?: readonly string[];
  /** Aliases of the clock, from the unwrapped body, where this type keeps it elsewhere. */
  clockFrom?: readonly string[];
};
