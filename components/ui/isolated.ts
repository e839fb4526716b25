import { isPlainText, textPieces } from './text-pieces.ts';

/** Characters of a text that one line shows; no screen has room for more. */
export const longestLine = 300;

/**
 * Text of others as a part of a string that has other words too, and no markup: a sentence, an option, words on hover.
 * Long ones are cut, characters that cannot be seen give way to their names (`U+202E`), and it stands between isolates,
 * so that it turns nothing but itself. A plain text stays as it is.
 */
export function isolated(text: string): string {
  const shown = text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
  if (isPlainText(shown)) return shown;
  return `\u2068${textPieces(shown)
    .map((piece) => piece.text)
    .join('')}\u2069`;
}
