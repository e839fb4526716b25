import { z } from 'zod';
import type { ActionValues } from './action-values.ts';

const draftSchema = z.record(z.string(), z.string());

/**
 * Where the draft of a form is kept: by operation, account, and the id of what it was opened from ('' for nothing), so
 * that what was typed about one homeowner is never found in the form of another. Null: opened from nothing and yet
 * filled in (`start`), by a link, it is about that alone and has no draft.
 */
export function draftPlace(
  operation: string,
  connectionId: string,
  openedFrom: string,
  start: ActionValues,
): string | null {
  if (openedFrom === '' && Object.values(start).some((value) => value !== '')) return null;
  return ['heliograph.action-draft', operation, connectionId, openedFrom].filter(Boolean).join('.');
}

/** What was typed in a form of this tab and not sent; null where nothing was. */
export function readActionDraft(place: string | null): ActionValues | null {
  if (place === null) return null;
  try {
    const text = sessionStorage.getItem(place);
    return text === null ? null : (draftSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

/**
 * Keeps what a person typed or chose until the tab is closed, and of the rest nothing: what the form begins with
 * (`start`) and what the console `found` for it in Enerflo are there again when it is opened again.
 */
export function keepActionDraft(
  place: string | null,
  values: ActionValues,
  start: ActionValues,
  found: ActionValues = {},
): void {
  if (place === null) return;
  const typed = Object.entries(values).filter(
    ([key, value]) => value !== (start[key] ?? '') && value !== found[key],
  );
  try {
    if (typed.length === 0) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(typed)));
  } catch {
    // Storage is full or forbidden: the form works without drafts.
  }
}

export function forgetActionDraft(place: string | null): void {
  if (place === null) return;
  try {
    sessionStorage.removeItem(place);
  } catch {
    // As above.
  }
}
