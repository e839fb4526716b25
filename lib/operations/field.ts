import { z } from 'zod';
import { type FieldKind, type FieldWords, fieldWords, type PickKind } from './field-words.ts';

type Words = Omit<FieldWords, 'label' | 'kind'>;
type Picked = Omit<Words, 'picks'>;

/** Enerflo tells no greatest length; these keep a pasted page out of a name. */
const LONGEST_LINE = 255;
const LONGEST_TEXT = 10_000;

function said<S extends z.ZodType>(schema: S, label: string, kind: FieldKind, words: Words = {}): S {
  fieldWords.add(schema, { label, kind, ...words });
  return schema;
}

const line = (most = LONGEST_LINE) =>
  z.string().min(1, 'This is empty.').max(most, `This is longer than ${most} characters: shorten it.`);
const shaped = (shape: RegExp, otherwise: string) => z.string().regex(shape, otherwise);
/** No longer than what a number in JSON holds exactly. */
const number = /^\d{1,15}$/;

/**
 * The fields that operations are made of: each a schema of the value as it is sent or close to it (putRight brings what
 * people type to it), with its words. `.optional()` lets it be left out, `.nullable()` lets it be set to blank.
 */
export const field = {
  text: (label: string, words?: Words) => said(line(), label, 'text', words),
  longText: (label: string, words?: Words) => said(line(LONGEST_TEXT), label, 'long-text', words),
  /** Plain text for people, with its author in front. */
  note: (label: string, words?: Words) => said(line(LONGEST_TEXT), label, 'note', words),
  email: (label: string, words?: Words) => said(line(), label, 'email', words),
  /** Ten digits: `5551234567` (enerflo guide 1.1). */
  phone: (label: string, words?: Words) =>
    said(shaped(/^\d{10}$/, 'Give a US number of ten digits, such as 555 123 4567.'), label, 'phone', words),
  /** `CA` */
  state: (label: string, words?: Words) =>
    said(shaped(/^[A-Z]{2}$/, 'Give the two letters of a US state, such as CA.'), label, 'state', words),
  /** `02101`: text, so that no zero in front is lost. */
  zip: (label: string, words?: Words) =>
    said(shaped(/^\d{5}$/, 'Give a ZIP code of five digits, such as 02101.'), label, 'zip', words),
  /** `2024-08-15` (enerflo guide 3.1) */
  date: (label: string, words?: Words) =>
    said(z.iso.date('Give a date, such as 2024-08-15.'), label, 'date', words),
  /** An instant in UTC, `2024-08-15T18:30:00Z`; sent as Enerflo writes times. */
  moment: (label: string, words?: Words) =>
    said(
      z.iso.datetime({ precision: 0, error: 'Give a date and a time, such as 2024-08-15 2:30 pm.' }),
      label,
      'moment',
      words,
    ),
  number: (label: string, words?: Words) => said(z.number('Give a number.'), label, 'number', words),
  yesNo: (label: string, words?: Words) => said(z.boolean('Say yes or no.'), label, 'yes-no', words),
  code: (label: string, choices: readonly (readonly [string, string])[], words?: Words) =>
    said(
      z.string().refine((value) => choices.some(([one]) => one === value), 'Choose one of the list.'),
      label,
      'code',
      { ...words, choices },
    ),
  /** A whole number from 1 on: of a page, of rows on it. */
  count: (label: string, most: number, words?: Words) =>
    said(
      z.int('Give a whole number, such as 12.').min(1, 'Give 1 or more.').max(most, `Give ${most} or less.`),
      label,
      'number',
      { ...words, whole: true },
    ),
  /** Chosen by name, sent as its number; kept as text, as every id here. `otherwise`: what is said of another id. */
  pick: (
    label: string,
    picks: PickKind,
    words?: Picked,
    otherwise = 'Choose one of the list: in Enerflo this has a number as its id.',
  ) => said(shaped(number, otherwise), label, 'pick', { ...words, picks }),
  /** Chosen by name, where Enerflo takes a number or a uuid of 2.0. */
  pickAnyId: (label: string, picks: PickKind, words?: Picked) =>
    said(
      shaped(
        /^(\d{1,15}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i,
        'Choose one of the list: in Enerflo this has a number or a uuid as its id.',
      ),
      label,
      'pick',
      { ...words, picks },
    ),
  /** A user chosen by name, sent as the e-mail address with which they sign in to Enerflo. */
  userByEmail: (label: string, words?: Picked) =>
    said(line(), label, 'pick', { ...words, picks: 'user', value: 'email' }),
  /** An office chosen by name, and sent as that. */
  officeByName: (label: string, words?: Picked) =>
    said(line(), label, 'pick', { ...words, picks: 'office', value: 'name' }),
};
