import { htmlToText } from 'html-to-text';
import { cleanLines } from './clean-text.ts';
import type { Righted } from './righted.ts';

const tagNames =
  'a|b|big|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|o:p|ol|p|pre|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|u|ul';
const tag = new RegExp(`</?(?:${tagNames})(?:\\s[^<>]*)?/?>|<!--`, 'i');
/** `<` that begins no tag we know: `5 < 6`, `Lynn <lynn@example.com>`. It is text, and stays. */
const bareLess = new RegExp(`<(?!/?(?:${tagNames})(?:[\\s/][^<>]*)?>|!--)`, 'gi');
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** Text of tags about tags about tags is no note of anybody. */
const MOST_ROUNDS = 10;

/**
 * A note as plain text (enerflo guide 5.1): HTML loses its formatting and keeps its paragraphs, lists and links.
 * `authorPrefix` is put in front unless a note already names its author so.
 */
export function rightNote(text: string, authorPrefix: string): Righted {
  const written = cleanLines(text);
  let plain = written;
  for (let round = 0; isHtml(plain); round += 1) {
    const next = round < MOST_ROUNDS ? withoutHtml(plain) : null;
    if (next === null) return { problem: 'This cannot be read as text: write the note without HTML.' };
    const before = plain;
    plain = cleanLines(next);
    // What only looks like an entity (`Smith &Sons;`) is text.
    if (plain === before) break;
  }
  if (plain === '') return { problem: 'There is no text in this.' };
  const prefixed = authorPrefix !== '' && !/^\[From [^\]\n]{1,200}\]:/.test(plain);
  const value = prefixed ? authorPrefix + plain : plain;
  const whys = [
    plain !== written ? 'HTML as plain text' : null,
    prefixed ? 'with its author in front' : null,
  ];
  return { value, why: whys.filter((why) => why !== null).join(', ') || 'without signs that nobody sees' };
}

/** `[From Jane Smith in Heliograph]: ` (enerflo guide 5.1); nothing where no author is known. */
export function authorPrefix(author: string, product: string): string {
  const plain = (text: string) =>
    cleanLines(text)
      // Nor may it read as HTML together with the note behind it (`<p in Heliograph]: … >`, `&lt;`).
      .replace(/[[\]\n<>;]/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
      .slice(0, 90);
  const name = plain(author);
  return name === '' ? '' : `[From ${name} in ${plain(product)}]: `;
}

function isHtml(text: string): boolean {
  return tag.test(text) || entity.test(text);
}

/** Null for tags so deep within each other that no editor made them: reading them takes more stack than there is. */
function withoutHtml(text: string): string | null {
  try {
    return asText(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function asText(text: string): string {
  const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
  return htmlToText(text.replace(bareLess, '&lt;'), {
    wordwrap: false,
    // Where there are entities only, the lines are those of the text.
    preserveNewlines: !tag.test(text),
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
}
