import { enerfloFailures } from '#lib/enerflo/enerflo-result.ts';

/** Enerflo could not be asked: why, what to do, and whether waiting for the limit is all that it takes. */
export type NotAsked = { notAsked: { text: string; whatToDo: string; soon: boolean } };

const soon: readonly string[] = [enerfloFailures.LIMIT.text, enerfloFailures.BUSY.text];

/** A failure of a call as the reason why something could not be asked. */
export function notAsked({ text, whatToDo }: { text: string; whatToDo: string }): NotAsked {
  return { notAsked: { text, whatToDo, soon: soon.includes(text) } };
}
