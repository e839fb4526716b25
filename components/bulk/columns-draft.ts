import { z } from 'zod';
import { type Fills, fillSchema } from '#lib/bulk/bulk.schema.ts';

/** What a person says of the columns of a bulk before its rows are checked. */
export type ColumnChoices = { fills: Fills; askEnerflo: boolean };

/** What differs from how the step began: null for what nothing fills any more. */
const draftSchema = z.object({
  fills: z.record(z.string(), fillSchema.nullable()),
  askEnerflo: z.boolean().optional(),
});

const place = (bulkId: string) => `heliograph.columns-draft.${bulkId}`;

/** What was chosen in this tab for a bulk and not checked yet, put upon how the step begins; null where nothing was. */
export function readColumnsDraft(bulkId: string, start: ColumnChoices): ColumnChoices | null {
  try {
    const text = sessionStorage.getItem(place(bulkId));
    const draft = text === null ? undefined : draftSchema.safeParse(JSON.parse(text)).data;
    if (!draft) return null;
    const fills = { ...start.fills };
    for (const [field, fill] of Object.entries(draft.fills)) {
      if (fill) fills[field] = fill;
      else delete fills[field];
    }
    return { fills, askEnerflo: draft.askEnerflo ?? start.askEnerflo };
  } catch {
    return null;
  }
}

/** Keeps what was chosen until the tab is closed; of what is as it was at the `start` nothing. */
export function keepColumnsDraft(bulkId: string, chosen: ColumnChoices, start: ColumnChoices): void {
  const fields = [...new Set([...Object.keys(start.fills), ...Object.keys(chosen.fills)])];
  const others = fields.filter(
    (field) => JSON.stringify(chosen.fills[field]) !== JSON.stringify(start.fills[field]),
  );
  const same = others.length === 0 && chosen.askEnerflo === start.askEnerflo;
  const fills = Object.fromEntries(others.map((field) => [field, chosen.fills[field] ?? null]));
  const draft = { fills, askEnerflo: chosen.askEnerflo } satisfies z.infer<typeof draftSchema>;
  try {
    if (same) sessionStorage.removeItem(place(bulkId));
    else sessionStorage.setItem(place(bulkId), JSON.stringify(draft));
  } catch {
    // Storage is full or forbidden: the step works without drafts.
  }
}

/** To be called once the rows are being checked, and where the columns are left as they were. */
export function forgetColumnsDraft(bulkId: string): void {
  try {
    sessionStorage.removeItem(place(bulkId));
  } catch {
    // As above.
  }
}
