import { z } from 'zod';

/**
 * What a field of an operation is to people. It decides how it is asked for, and how it is put right:
 * `pick` is chosen by name from what Enerflo has (`picks` says what), `code` has few fixed choices.
 */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'note'
  | 'email'
  | 'phone'
  | 'state'
  | 'zip'
  | 'date'
  | 'moment'
  | 'number'
  | 'yes-no'
  | 'code'
  | 'pick';

/** What can be chosen by name; lib/enerflo/choices has a reader for each. */
export const pickKinds = [
  'install',
  'milestone',
  'status',
  'user',
  'customer',
  'office',
  'appointment',
  'appointment-type',
  'note',
  'deal',
  'change-order',
] as const;
export type PickKind = (typeof pickKinds)[number];

/** The words and ways of one field. */
export type FieldWords = {
  label: string;
  kind: FieldKind;
  /** One line beneath it, where the label does not say all. */
  hint?: string;
  /** For `pick`: what is chosen, and the field in which it lies (a milestone lies in an install). */
  picks?: PickKind;
  within?: string;
  /** For `pick`: the field that narrows the choices once it is filled: a status is one of the install's company. */
  narrowedBy?: string;
  /** For `pick`: which of its values is sent, where that is not its id (an assignee is told by e-mail address, an office by name). */
  value?: 'id' | 'email' | 'name';
  /** For `code`: the choices, as value and label. */
  choices?: readonly (readonly [string, string])[];
  /** For `number`: it counts, or is an id. */
  whole?: true;
  /** About a person: masked for those who may not see such. */
  personal?: boolean;
  /** For `date`: told of a day that is still to come. Nothing is refused by it. */
  ahead?: string;
  /** Without it nothing is refused, but the person is told why it had better be there. */
  missed?: string;
};

/** Where operations tell the words of their fields: `z.string().register(fieldWords, { … })`. */
export const fieldWords = z.registry<FieldWords>();
