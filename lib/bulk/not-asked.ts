import { enerfloFailures } from '#lib/enerflo/enerflo-result.ts';

/**
 * Enerflo could not be asked: why and what to do. `soon`: waiting for the limit is all that it takes. `account`: every
 * further row meets it as well. `row`: it may be of this row alone, and another try may mend it.
 */
export type NotAsked = {
  notAsked: {
    text: string;
    whatToDo: string;
    /** What Enerflo said about it. May be personal. */
    said: string | null;
    kind: 'soon' | 'account' | 'row';
  };
};

const { LIMIT, BUSY, STOPPED, NO_KEY, KEY_REFUSED, ADDRESS, NOT_THERE, NOT_ALLOWED, REFUSED } =
  enerfloFailures;
const soon: readonly string[] = [LIMIT, BUSY, STOPPED].map(({ text }) => text);
const account: readonly string[] = [NO_KEY, KEY_REFUSED, ADDRESS].map(({ text }) => text);
const refused: readonly string[] = [NOT_THERE, NOT_ALLOWED, REFUSED].map(({ text }) => text);

type Failure = { text: string; whatToDo: string; said?: string | null };

/** A failure of a call as the reason why something could not be asked. */
export function notAsked({ text, whatToDo, said = null }: Failure): NotAsked {
  const kind = soon.includes(text) ? 'soon' : account.includes(text) ? 'account' : 'row';
  return { notAsked: { text, whatToDo, said, kind } };
}

/** Whether Enerflo was asked and said no: where that is about what a row names, asking again cannot help. */
export function saidNo({ text }: Pick<Failure, 'text'>): boolean {
  return refused.includes(text);
}
