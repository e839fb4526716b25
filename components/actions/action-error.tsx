import type { ActionError } from '#lib/actions/action.schema.ts';

/** What went wrong with a call, what Enerflo said about it, and what to do. */
export function ActionErrorText({ error }: { error: ActionError }) {
  return (
    <div className="flex flex-col gap-1 text-13 wrap-anywhere">
      <p>{error.text}</p>
      {error.said && <p className="text-ink-2">Enerflo said: “{error.said}”</p>}
      <p>
        <span className="font-medium">What to do: </span>
        {error.whatToDo}
      </p>
    </div>
  );
}
