/** What a page of HTML says to a person. */
export interface HtmlPage {
  title: string | null;
  /** Its text in lines, shortened. */
  text: string;
}

const longest = 600;
const begins = /^<(?:!doctype\s+html|html|head|body|title|h1|center)\b/i;
/** What may stand in front of a page, and says nothing. */
const before = /^(?:\s|\ufeff|<\?[^>]*>|<!--[\s\S]*?-->)+/;
/** What is in a page and is no text for people; of a page that was cut off, up to its end. */
const silent = /<!--[\s\S]*?(?:-->|$)|<(title|script|style|template|noscript|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** What does not end a line. */
const inline = /<\/?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|tt|u|wbr)\b[^<>]*>/gi;
const tag = /<[a-z!/?][^>]*(?:>|$)/gi;

/**
 * The title and the text of a page such as gateways answer with; null for what is no page. A small reading for
 * people, which takes nothing over as HTML: what comes out is text and has to be shown as text.
 */
export function readHtmlPage(source: string): HtmlPage | null {
  const page = source.replace(before, '');
  if (!begins.test(page)) return null;
  const title = plainText(/<title\b[^>]*>([^<]*)/i.exec(page)?.[1] ?? '');
  const lines = page
    .replace(silent, ' ')
    .replace(inline, '')
    .replace(/\s+/g, ' ')
    .replace(tag, '\n')
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '');
  // Most of these pages say their title again as a heading.
  const said = (lines[0] === title ? lines.slice(1) : lines).join('\n');
  return {
    title: title || null,
    text: said.length > longest ? `${said.slice(0, longest).trimEnd()}…` : said,
  };
}

const characters: Record<string, string> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
};

/** Text on one line, its entities as characters; one that is not known stays as it is written. */
function plainText(text: string): string {
  const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi;
  const plain = text.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return characters[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return plain.replace(/\s+/g, ' ').trim();
}
