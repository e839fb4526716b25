import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { forgetActionDraft, keepActionDraft, readActionDraft } from './action-draft.ts';
import type { ActionValues } from './action-values.ts';

/**
 * Keeps what is typed in a form through a reload, at its own `place` (`draftPlace`; null keeps nothing). `start` is what
 * the form begins with; what is `found` for it in Enerflo afterwards counts as if it had been there from the start.
 */
export function useActionDraft(form: UseFormReturn<ActionValues>, place: string | null, start: ActionValues) {
  const [restored, setRestored] = useState(false);
  const found = useRef<ActionValues>({});
  const { reset, subscribe, getValues } = form;

  const restore = useEffectEvent(() => {
    const draft = readActionDraft(place);
    if (!draft) return;
    const known = Object.entries(draft).filter(([key]) => key in getValues());
    reset({ ...getValues(), ...Object.fromEntries(known) }, { keepDefaultValues: true });
    setRestored(true);
  });
  useEffect(() => restore(), []);

  const keep = useEffectEvent((values: ActionValues) => keepActionDraft(place, values, start, found.current));
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [subscribe],
  );
  return {
    restored,
    /** To be told before the field is filled in: then that is not taken for typing. */
    found: (key: string, value: string) => {
      found.current = { ...found.current, [key]: value };
    },
    forget: () => forgetActionDraft(place),
    discard: () => {
      reset({ ...start, ...found.current });
      forgetActionDraft(place);
      setRestored(false);
    },
  };
}
