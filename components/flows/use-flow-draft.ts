import { useEffect, useEffectEvent, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { FlowInput } from '#lib/flows/flow.schema.ts';
import { forgetFlowDraft, keepFlowDraft, readFlowDraft } from './flow-draft.ts';
import type { FlowValues } from './flow-values.ts';

/**
 * Keeps what is typed in a flow's form through a reload. Gives whether an earlier draft was put back, and what puts
 * other values in its place. `saved` are the values as they are published (or empty), typed over in `version`.
 */
export function useFlowDraft(
  form: UseFormReturn<FlowValues, unknown, FlowInput>,
  { flowId, version, saved }: { flowId: string | null; version: number | null; saved: FlowValues },
) {
  const [restored, setRestored] = useState(false);
  const { reset, subscribe } = form;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is put back once, when the form opens
  useEffect(() => {
    const draft = readFlowDraft(flowId);
    if (!draft || sameValues(draft.values, saved)) return;
    reset(draft.values, { keepDefaultValues: true });
    setRestored(true);
  }, [flowId]);

  const keep = useEffectEvent((values: FlowValues) => {
    if (sameValues(values, saved)) forgetFlowDraft(flowId);
    else keepFlowDraft(flowId, { version, values });
  });
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keep(values) }),
    [subscribe],
  );

  /** Shows other values in place of what was typed. */
  function replace(values: FlowValues): void {
    reset(values);
    // After the reset, which itself counts as a change.
    forgetFlowDraft(flowId);
    setRestored(false);
  }
  return { restored, replace };
}

function sameValues(one: FlowValues, other: FlowValues): boolean {
  const text = (values: FlowValues) =>
    JSON.stringify({ ...values, destination: { ...values.destination, secret: '' } });
  return text(one) === text(other);
}
