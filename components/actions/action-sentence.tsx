import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { actionStates } from '#lib/actions/action-states.ts';
import { ActionErrorText } from './action-error.tsx';
import { doubtWords } from './doubt-words.ts';
import { readBackWords } from './read-back-words.ts';

interface ActionSentenceProps {
  action: ActionDetail;
  /** What was done stands above it already. */
  headed?: boolean;
}

/** What came of an action, in words: what was done and how it was read back, or why not and what to do. */
export function ActionSentence({ action, headed = false }: ActionSentenceProps) {
  const { state, words, error, readBack, canLookUp, confirmed } = action;
  // In doubt, and looking in Enerflo from here does not tell: what to do is all there is to say.
  const isForPerson = state === 'unknown' && !canLookUp && !confirmed;
  if ((state === 'failed' || isForPerson) && error) return <ActionErrorText error={error} />;
  return (
    <div className="flex flex-col gap-1 text-13 text-ink-2 wrap-anywhere">
      {words && !headed && <p>{words}</p>}
      {(state !== 'done' || !words) && (
        <p>{state === 'unknown' ? doubtWords(action) : actionStates[state].meaning}</p>
      )}
      {state === 'unknown' && !confirmed && error && <p>{error.text}</p>}
      {state === 'done' && (readBack === 'same' || readBack === 'not-read') && <p>{readBackWords(action)}</p>}
      {state === 'done' && readBack === 'differs' && (
        <p className="text-attention">
          Read back from Enerflo: it is not all as asked. See below what is there now.
        </p>
      )}
    </div>
  );
}
