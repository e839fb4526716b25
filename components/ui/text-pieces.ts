/** A piece of a text; a hidden one is a character that cannot be seen, by its name. */
export type TextPiece = { text: string; hidden: boolean };

/**
 * Control characters but for tab and line break, spaces without width, marks and switches of direction, and letters
 * that show nothing. Joiners between the parts of a picture are part of the picture.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Letters, signs and breaks of Western writing: all of it is seen, and runs from left to right. */
const plain = /^[\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u203a\u20ac]*$/;

/** Whether a text can be shown as it is: nothing in it is hidden, or turns what stands around it. */
export const isPlainText = (text: string): boolean => plain.test(text);

/** Marks of one text at most; a text of nothing else would be thousands of elements. */
const mostMarks = 200;

/** A text in pieces: what can be seen, and the names of the characters that cannot (`U+200B`). */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(unseen)) {
    if (pieces.length >= 2 * mostMarks) break;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), hidden: false });
    const code = match[0].codePointAt(0) ?? 0;
    pieces.push({ text: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, hidden: true });
    from = match.index + match[0].length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), hidden: false });
  return pieces;
}
