import { z } from 'zod';
import { type FlowValues, flowValuesSchema } from './flow-values.ts';

const draftSchema = z.object({ version: z.number().nullable(), values: flowValuesSchema });

/** What was typed and not published, and the version it was typed over (null: a new flow). */
export type FlowDraft = z.infer<typeof draftSchema>;

const place = (flowId: string | null) => `heliograph.flow-draft.${flowId ?? 'new'}`;

/** The draft of a flow in this tab, or null. One that another version of Heliograph wrote otherwise is forgotten. */
export function readFlowDraft(flowId: string | null): FlowDraft | null {
  try {
    const text = sessionStorage.getItem(place(flowId));
    return text === null ? null : (draftSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/** Keeps what was typed until the tab is closed; the password or token never. */
export function keepFlowDraft(flowId: string | null, { version, values }: FlowDraft): void {
  const kept: FlowValues = { ...values, destination: { ...values.destination, secret: '' } };
  try {
    sessionStorage.setItem(place(flowId), JSON.stringify({ version, values: kept } satisfies FlowDraft));
  } catch {
    // Storage is full or forbidden: the form works without drafts.
  }
}

export function forgetFlowDraft(flowId: string | null): void {
  try {
    sessionStorage.removeItem(place(flowId));
  } catch {
    // As above.
  }
}
