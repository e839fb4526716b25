import { z } from 'zod';
import type { ActionValues } from './action-values.ts';

const draftSchema = z.record(z.string(), z.string());
const place = (operation: string, connectionId: string) =>
  `heliograph.action-draft.${operation}.${connectionId}`;

/** What was typed in a form of this tab and not sent; null where nothing was. */
export function readActionDraft(operation: string, connectionId: string): ActionValues | null {
  try {
    const text = sessionStorage.getItem(place(operation, connectionId));
    return text === null ? null : (draftSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/** Keeps what was typed until the tab is closed. */
export function keepActionDraft(operation: string, connectionId: string, values: ActionValues): void {
  try {
    sessionStorage.setItem(place(operation, connectionId), JSON.stringify(values));
  } catch {
    // Storage is full or forbidden: the form works without drafts.
  }
}

export function forgetActionDraft(operation: string, connectionId: string): void {
  try {
    sessionStorage.removeItem(place(operation, connectionId));
  } catch {
    // As above.
  }
}
