import { eventFilterOf } from '#lib/events/event-range.schema.ts';
import { api, errorWords, isSignedOut } from '../api.ts';
import { leaveToSignIn } from '../auth/leave-to-sign-in.ts';
import type { EventChoice, ExportFormat } from './event-choice.ts';
import { filterText, type LogFilter } from './log-filter.ts';

/** Why there is no file, in words, with the request's id to quote. */
export type ExportProblem = { message: string; requestId?: string };

/** Has the browser save a file of the chosen events. Gives what kept it from that, or null. */
export async function exportFile(choice: EventChoice, format: ExportFormat): Promise<ExportProblem | null> {
  return 'ids' in choice ? exportChosen(choice.ids, format) : exportAll(choice.filter, format);
}

/** Where the file of a whole filter is to be had: the filter as it stands in the address of the log. */
export function exportAddress(filter: LogFilter, format: ExportFormat): string {
  return `/api/events/export?${new URLSearchParams([['format', format], ...new URLSearchParams(filterText(filter))])}`;
}

/**
 * The browser downloads it by itself, since it may be larger than a page can hold. A download that is refused says
 * nothing of why, so the filter is tried first.
 */
async function exportAll(filter: LogFilter, format: ExportFormat): Promise<ExportProblem | null> {
  try {
    await api.events.count.call({ ...eventFilterOf(filter, Date.now()), atMost: 1 });
  } catch (error) {
    if (isSignedOut(error)) leaveToSignIn();
    return errorWords(error);
  }
  save(exportAddress(filter, format), '');
  return null;
}

/** As many ids as can be chosen by hand are too many for an address, and few enough for the page to hold their file. */
async function exportChosen(ids: readonly string[], format: ExportFormat): Promise<ExportProblem | null> {
  try {
    const body = new URLSearchParams({ format, ids: ids.join(',') });
    const response = await fetch('/api/events/export', { method: 'POST', body });
    if (response.status === 401) leaveToSignIn();
    if (!response.ok) return problemIn(await response.json().catch(() => null), response.status);
    const url = URL.createObjectURL(await response.blob());
    save(url, fileName(response.headers.get('content-disposition')) ?? `events.${format}`);
    // The browser has begun to read it long before.
    window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return null;
  } catch {
    return { message: 'The file did not come through. Check the connection and try again.' };
  }
}

function save(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** The name in a header such as `attachment; filename="events-2026-07-01.csv"`. */
function fileName(header: string | null): string | undefined {
  return /filename="([^"]+)"/.exec(header ?? '')?.[1];
}

function problemIn(body: unknown, status: number): ExportProblem {
  const told = typeof body === 'object' && body !== null ? body : {};
  const [detail, requestId] = [Reflect.get(told, 'detail'), Reflect.get(told, 'requestId')];
  return {
    message:
      typeof detail === 'string'
        ? detail
        : `Heliograph answered with an error (${status}). Try again in a moment.`,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}
