import { useEffect, useEffectEvent, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { forgetActionDraft, keepActionDraft, readActionDraft } from './action-draft.ts';
import type { ActionValues } from './action-values.ts';

/**
 * Keeps what is typed in a form through a reload. A draft is put back only into a form that nothing was filled in for:
 * opened from an event (`restores` false) it is about that event's homeowner, not the one before.
 */
export function useActionDraft(
  form: UseFormReturn<ActionValues>,
  operation: string,
  connectionId: string,
  { restores }: { restores: boolean },
) {
  const [restored, setRestored] = useState(false);
  const { reset, subscribe, getValues } = form;

  const restore = useEffectEvent(() => {
    if (!restores || Object.values(getValues()).some((value) => value !== '')) return;
    const draft = readActionDraft(operation, connectionId);
    if (!draft) return;
    const known = Object.entries(draft).filter(([key]) => key in getValues());
    reset({ ...getValues(), ...Object.fromEntries(known) }, { keepDefaultValues: true });
    setRestored(true);
  });
  useEffect(() => restore(), []);

  const keep = useEffectEvent((values: ActionValues) => {
    if (Object.values(values).every((value) => value === '')) forgetActionDraft(operation, connectionId);
    else keepActionDraft(operation, connectionId, values);
  });
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [subscribe],
  );
  return {
    restored,
    forget: () => forgetActionDraft(operation, connectionId),
    discard: (values: ActionValues) => {
      reset(values);
      forgetActionDraft(operation, connectionId);
      setRestored(false);
    },
  };
}
