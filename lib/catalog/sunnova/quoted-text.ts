/** What stands between quotes, escapes as written. Not `closed`: its line ended first, and `end` is that line end. */
export type QuotedText = { content: string; end: number; closed: boolean };

/** The text whose opening quote is at `start`; null where the whole text ends inside it. */
export function quotedTextAt(text: string, start: number): QuotedText | null {
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') return { content: text.slice(start + 1, at), end: at + 1, closed: true };
    if (sign === '\n') return { content: text.slice(start + 1, at), end: at, closed: false };
    if (sign === '\\') at += 1;
  }
  return null;
}
