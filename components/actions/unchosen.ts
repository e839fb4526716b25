/** Stands in front of what is typed in a field that is chosen by name; nobody can type it. */
const mark = '\u0001';

/** What is said of it at its field, once that was left. */
export const unchosenWords = 'Choose one from the list, or empty this.';

/** The value of a field that is chosen by name while nothing is chosen for the text in it: it is kept, and never sent. */
export function unchosen(text: string): string {
  return `${mark}${text}`;
}

/** The text for which nothing is chosen yet; null where the value is a chosen one, an ordinary text, or empty. */
export function unchosenText(value: string): string | null {
  return value.startsWith(mark) ? value.slice(mark.length) : null;
}
