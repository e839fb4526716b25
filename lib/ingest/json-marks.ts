/** A sign that gives JSON its shape, or a whole text in quotes: its first character, where it begins, where it ends. */
export type JsonMark = { sign: string; start: number; end: number };

const signs = /["{}[\],:]/g;

/** The marks of text that is known to be valid JSON, from front to back; without recursion. */
export function* jsonMarks(text: string): Generator<JsonMark> {
  for (let start = nextSign(text, 0); start !== -1; ) {
    const sign = text.charAt(start);
    const end = sign === '"' ? closingQuote(text, start) : start;
    yield { sign, start, end };
    start = nextSign(text, end + 1);
  }
}

function nextSign(text: string, from: number): number {
  signs.lastIndex = from;
  return signs.exec(text)?.index ?? -1;
}

/** Where the text in quotes that begins at `open` ends. */
export function closingQuote(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text.charAt(end - 1 - slashes) === '\\') slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** What the text in quotes from `open` to `end` says: `"\u0061"` and `"a"` are the same. */
export function quotedText(text: string, open: number, end: number): string {
  const written = text.slice(open + 1, end);
  return written.includes('\\') ? JSON.parse(`"${written}"`) : written;
}
