/** What a page of HTML says to a person. */
export interface HtmlPage {
  title: string | null;
  /** Its text in lines, shortened. */
  text: string;
}

const longest = 600;
/** What a whole page begins with, whatever it is declared as. */
const document = /^<(?:!doctype\s+html|html|head|body)\b/i;
/** What a part of a page begins with: PHP prints its errors as `<br />`, others answer `<div>` or `<p>` alone. */
const part =
  /^<(?:title|h[1-6]|center|br|b|p|div|pre|span|a|strong|em|i|u|font|small|hr|img|ul|ol|li|dl|table|tr|td|form|input|button|label|section|article|main|header|footer|nav|aside|blockquote|code|iframe|link|meta|noscript|script|style|svg)(?![\w:.-])/i;
const anyTag = /<[a-z!/?]/i;
const declaredXml = /^[\s\ufeff]*<\?xml\b/i;
/** `<soap:Envelope`: HTML has no such names. */
const prefixed = /^<[a-z][\w.-]*:/i;
/** What may stand in front of a page, and says nothing. */
const before = /^(?:\s|\ufeff|<\?[^>]*>|<!--[\s\S]*?-->)+/;
/** What is in a page and is no text for people; of a page that was cut off, up to its end. */
const silent = /<!--[\s\S]*?(?:-->|$)|<(title|script|style|template|noscript|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** What does not end a line. */
const inline = /<\/?(?:a|abbr|b|code|em|font|i|small|span|strong|sub|sup|tt|u|wbr)\b[^<>]*>/gi;
const tag = /<[a-z!/?][^>]*(?:>|$)/gi;

/**
 * The title and the text of a page, or a part of one, such as gateways and failing servers answer with; null for what is
 * no HTML, XML among it. `contentType` is the one it came with, where that is known. A small reading for people, which
 * takes nothing over as HTML: what comes out is text and has to be shown as text.
 */
export function readHtmlPage(source: string, contentType = ''): HtmlPage | null {
  const page = source.replace(before, '');
  if (!isHtml(source, page, contentType)) return null;
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

/** By how it begins, as content types are wrong both ways; by its content type where that tells nothing. */
function isHtml(source: string, page: string, contentType: string): boolean {
  if (document.test(page)) return true;
  if (declaredXml.test(source) || prefixed.test(page)) return false;
  if (/html/i.test(contentType)) return anyTag.test(source);
  // Nothing but comments.
  if (page === '') return source.includes('<!--');
  return !/xml/i.test(contentType) && part.test(page);
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
