import { isJson, type Json } from '#lib/json.ts';

export type AnswerContent =
  | { kind: 'empty' }
  | { kind: 'json'; value: Json }
  /** Only its title, as text. */
  | { kind: 'html'; title: string | null }
  | { kind: 'text'; text: string }
  /** Begins as JSON, and is none. */
  | { kind: 'broken' };

/** What a body is: by its content type where that is HTML, else by how it begins; PHP's notices may stand before it. */
export function contentOf({
  headers,
  body,
}: {
  headers: Readonly<Record<string, string>>;
  body: string;
}): AnswerContent {
  const text = body.replace(/^\uFEFF/, '').trim();
  const type = headers['content-type'] ?? '';
  if (text === '') return { kind: 'empty' };
  const value = parsed(text);
  if (value !== undefined) return { kind: 'json', value };
  if (/html/i.test(type) || /^<(?:!doctype|html|head|body|\?xml|!--|br|b>)/i.test(text)) {
    return { kind: 'html', title: titleOf(text) };
  }
  if (/^[[{]/.test(text)) return { kind: 'broken' };
  return { kind: 'text', text };
}

/** JSON stays JSON under any content type; an HTML page never parses as such. */
function parsed(text: string): Json | undefined {
  // A page is not parsed at all: it may be large, and it never is JSON.
  if (text.startsWith('<')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every repetition ends soon or at the next tag: a page that is made to be slow to read is read no slower. */
const shownTitle =
  /<div[^<>]{0,500}class="[^"<>]{0,200}\b(?:title|message)\b[^"<>]{0,200}"[^<>]{0,500}>([^<]{0,500})/i;
const pageTitle = /<title[^<>]{0,500}>([^<]{0,500})/i;

/** What a page is about: the text in Laravel's `div.title`, else its title. Only words, no tags. */
function titleOf(html: string): string | null {
  const start = html.slice(0, 20_000);
  const shown = shownTitle.exec(start)?.[1];
  const title = pageTitle.exec(start)?.[1];
  for (const found of [shown, title]) {
    const words = plainWords(found ?? '');
    if (words !== '') return words;
  }
  return null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#039': "'", nbsp: ' ' };

function plainWords(text: string): string {
  return text
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
