import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { actionStates } from '#lib/actions/action-states.ts';
import { ActionErrorText } from './action-error.tsx';

/** What came of an action, in words: what was done, or why not and what to do. */
export function ActionSentence({ action }: { action: ActionDetail }) {
  const { state, words, error, readBack } = action;
  if (state === 'failed' && error) return <ActionErrorText error={error} />;
  if (state !== 'done') {
    return (
      <div className="flex flex-col gap-1 text-13 text-ink-2 wrap-anywhere">
        <p>
          {state === 'undone' && words ? `${words} ` : ''}
          {actionStates[state].meaning}
        </p>
        {state === 'unknown' && error && <p>{error.text}</p>}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1 text-13 text-ink-2 wrap-anywhere">
      <p>{words ?? actionStates.done.meaning}</p>
      {readBack === 'same' && <p>Read back from Enerflo: it is there as asked.</p>}
      {readBack === 'differs' && (
        <p className="text-attention">
          Read back from Enerflo: it is not all as asked. See below what is there now.
        </p>
      )}
      {readBack === 'not-read' && <p>Enerflo confirmed it; it was not read back.</p>}
    </div>
  );
}
