import type { Choice } from '../enerflo.contract.ts';
import { EnerfloError } from '../enerflo-error.ts';
import type { EnerfloFailureCode } from '../enerflo-result.ts';

/** What may come of an id that is none, such as a phone number; other failures concern whatever is asked for. */
const ofIdAlone: ReadonlySet<EnerfloFailureCode> = new Set([
  'NOT_ALLOWED',
  'REFUSED',
  'FAILED',
  'NO_ANSWER',
  'CUT',
  'UNREADABLE',
]);

type Ways = {
  /** Null where what is sought is no id. */
  byId: (() => Promise<Choice[]>) | null;
  /** Null where nothing but an id can be meant. */
  bySearch: (() => Promise<Choice[]>) | null;
};

/**
 * What is found by id, then what a search finds besides: a number may as well be that of a house, or the end of a phone
 * number. One way may fail where the other finds something. Throws EnerfloError where nothing is found and one failed.
 */
export async function eitherWay({ byId, bySearch }: Ways): Promise<Choice[]> {
  const own = byId ? await unlessFailed(byId, (code) => ofIdAlone.has(code)) : noneFound;
  const found = own.choices;
  const theirs = bySearch ? await unlessFailed(bySearch, () => found.length > 0) : noneFound;
  const all = [
    ...found,
    ...theirs.choices.filter(({ value }) => found.every((choice) => choice.value !== value)),
  ];
  if (all.length === 0 && own.failed) throw own.failed;
  return all;
}

type Found = { choices: Choice[]; failed: EnerfloError | null };
const noneFound: Found = { choices: [], failed: null };

/** Throws what failed unless it is passed over. */
async function unlessFailed(
  find: () => Promise<Choice[]>,
  passedOver: (code: EnerfloFailureCode) => boolean,
): Promise<Found> {
  try {
    return { ...noneFound, choices: await find() };
  } catch (error) {
    if (!(error instanceof EnerfloError) || !passedOver(error.failure.code)) throw error;
    return { ...noneFound, failed: error };
  }
}
