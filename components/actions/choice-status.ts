type Failure = { text: string; whatToDo: string } | null;
type Answer = { more: boolean; failure: Failure } | undefined;

type Found = {
  /** The words of an error of ours; null where there was none. */
  error: string | null;
  /** Somebody types, or the answer is on its way. */
  looking: boolean;
  data: Answer;
};

/** Under the choices of a field: why there are none, how to find more, what went wrong. Empty where nothing is to be said. */
export function choiceStatus(
  { error, looking, data }: Found,
  count: number,
  typed: string,
  ofNothing = 'Enerflo has nothing like this.',
): string {
  // What was said of the text before is no word on what is looked for now.
  if (looking) return count === 0 ? 'Looking in Enerflo' : '';
  if (error !== null) return error;
  if (data?.failure) return `${data.failure.text} ${data.failure.whatToDo}`.trim();
  // By a single letter Enerflo is not searched.
  if (count === 0) return typed.length === 1 ? 'Type more to find it.' : ofNothing;
  return data?.more ? 'There are more: type more of the name.' : '';
}

/** How long what was found counts, in milliseconds: not at all where Enerflo could not be asked, so that trying again asks. */
export function choicesFreshMs({ state }: { state: { data: Answer } }): number {
  return state.data?.failure ? 0 : 60_000;
}
