import type { Json } from '#lib/json.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { shownDepth } from './limits.ts';
import { numbersAsWritten } from './raw-json.ts';
import { isStrange, scanJson } from './scan-json.ts';
import { storable } from './storable.ts';

export type ParsedJson = {
  /** Numbers that cannot be calculated with are text in it, as they were written: an id keeps all its digits. */
  value: Json;
  /**
   * What copies are compared by: `value`, its numbers as they were written. Null where something would be lost by
   * it (a key twice, too deep to sort): then the bytes are compared.
   */
  comparable: Json | null;
  /** The text as jsonb takes it, or null where it cannot be shown. `text` itself where nothing had to be cleaned. */
  view: string | null;
  notes: string[];
};

const mostNamed = 10;

/** Parses JSON text and says what of it cannot be shown exactly. Null where the text is not JSON. */
export function parseJson(text: string): ParsedJson | null {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const scan = scanJson(text);
  if (scan.depth > shownDepth) {
    const note = `The data is nested ${scan.depth} levels deep: it is kept, and shown only as raw data.`;
    return { value, comparable: null, view: null, notes: [note] };
  }
  const keysTwice = scan.keys > countKeys(value);
  const notes = keysTwice ? duplicateNotes(text) : [];
  const asWritten = () => (scan.exactNumbers ? value : JSON.parse(text, numbersAsWritten));
  const comparable = keysTwice ? null : asWritten();
  const showsAsIs = !scan.strangeNumber && !(text.includes('\\u') && /\\u(?:0000|[dD][89a-fA-F])/.test(text));
  if (scan.strangeNumber) value = JSON.parse(text, strangeAsText);
  return { value, comparable, view: showsAsIs ? text : cleanedView(text, notes), notes };
}

function strangeAsText(_key: string, value: unknown, context?: { source?: string }): unknown {
  const written = typeof value === 'number' ? context?.source : undefined;
  return written !== undefined && isStrange(written) ? short(written) : value;
}

function countKeys(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const items = Object.values(value);
  let count = Array.isArray(value) ? 0 : items.length;
  for (const item of items) count += countKeys(item);
  return count;
}

/** A plain sentence for each key that came twice, with both values. */
function duplicateNotes(text: string): string[] {
  const found = duplicateKeys(text, mostNamed + 1);
  const notes = found
    .slice(0, mostNamed)
    .map(({ key, before, after }) =>
      storable(
        `The key "${short(key)}" came twice: first ${short(before)}, then ${short(after)}. The last one counts.`,
      ),
    );
  return found.length > mostNamed ? [...notes, 'More keys came twice. Of each the last one counts.'] : notes;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** jsonb refuses NUL, lone surrogates and numbers beyond all bounds: those are replaced, and noted. */
function cleanedView(text: string, notes: string[]): string {
  let replaced = false;
  let strange = false;
  const clean = (part: string) => {
    const cleaned = storable(part);
    if (cleaned !== part) replaced = true;
    return cleaned;
  };
  const view = JSON.stringify(
    JSON.parse(text, (key, value, context?: { source?: string }) => {
      if (typeof value === 'string') return clean(value);
      if (typeof value === 'number' && context?.source !== undefined && isStrange(context.source)) {
        strange = true;
        return short(context.source);
      }
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)) {
        // A key can hold such characters too; fromEntries defines own keys, `__proto__` included.
        return Object.fromEntries(Object.entries(value).map(([name, item]) => [clean(name), item]));
      }
      return numbersAsWritten(key, value, context);
    }),
  );
  if (replaced)
    notes.push(
      'Characters that cannot be stored (NUL, half of a pair) are shown as \ufffd. The raw data keeps them.',
    );
  if (strange)
    notes.push('A number that is too large, too small or too long to calculate with is shown as text.');
  return view;
}
