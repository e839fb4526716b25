import { Buffer } from 'node:buffer';

/** How much of a body is kept with an attempt, in bytes of UTF-8. */
const keptBytes = 64 * 1024;

/** The beginning of a text as PostgreSQL can keep it: without NUL, and not ending in half a character. */
export function cutText(text: string): { text: string; cut: boolean } {
  const clean = text.replaceAll('\0', '\ufffd').toWellFormed();
  const bytes = Buffer.from(clean, 'utf8');
  if (bytes.length <= keptBytes) return { text: clean, cut: false };
  // A decoder in streaming mode holds back the bytes of a character that is not complete.
  return { text: new TextDecoder('utf-8').decode(bytes.subarray(0, keptBytes), { stream: true }), cut: true };
}
