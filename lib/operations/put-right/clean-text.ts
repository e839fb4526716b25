/** What nobody sees: controls (but tabs and line ends), zero widths, marks of direction. Emoji keep what joins them. */
const unseen = /(?![\t\n\r])\p{Cc}|(?!\u200d)\p{Cf}|\u200d(?!\p{Extended_Pictographic})/gu;

/** One line of text: without what nobody sees, with single spaces. */
export function cleanLine(text: string): string {
  return seen(text).replace(/\s+/g, ' ').trim();
}

/** Text of several lines: without what nobody sees, with at most one empty line at a place. */
export function cleanLines(text: string): string {
  return seen(text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n'))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function seen(text: string): string {
  return text.toWellFormed().replace(unseen, '').normalize('NFC');
}
