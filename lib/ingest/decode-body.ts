import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { bodyLimit } from './limits.ts';

export type DecodedBody =
  | {
      ok: true;
      text: string;
      /** The text is exactly the bytes, read as UTF-8. */
      exact: boolean;
      /** Nothing was lost: other bytes that give the same text mean the same. */
      lossless: boolean;
      notes: string[];
    }
  | { ok: false; reason: 'empty' | 'encoding'; detail: string };

type Unpacked = { ok: true; bytes: Buffer } | { ok: false; reason: 'encoding'; detail: string };
type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const inflateWrapped: Decoder = promisify(inflate);
const inflateBare: Decoder = promisify(inflateRaw);
const decoders: Record<string, Decoder> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  // Some senders leave out the header that this encoding should have.
  deflate: (bytes, options) =>
    hasZlibHeader(bytes) ? inflateWrapped(bytes, options) : inflateBare(bytes, options),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a body: unpacked if `content-encoding` says so, in the character set of `content-type` (UTF-8 without
 * one), a byte order mark taken off. What is not valid text is read as far as possible and noted, never refused.
 */
export async function decodeBody(
  bytes: Buffer,
  contentEncoding: string | null,
  contentType: string | null,
): Promise<DecodedBody> {
  if (bytes.length === 0) return { ok: false, reason: 'empty', detail: 'The request had no body.' };
  const unpacked: Unpacked = contentEncoding ? await unpack(bytes, contentEncoding) : { ok: true, bytes };
  if (!unpacked.ok) return unpacked;
  const read = toText(unpacked.bytes, contentType);
  if (read.text.trim() === '')
    return { ok: false, reason: 'empty', detail: 'The body held nothing but white space.' };
  return { ok: true, ...read, exact: read.exact && unpacked.bytes === bytes };
}

async function unpack(bytes: Buffer, contentEncoding: string): Promise<Unpacked> {
  let left = bytes;
  // Encodings are listed in the order in which they were put on.
  for (const name of contentEncoding
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .reverse()) {
    if (name === '' || name === 'identity') continue;
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (!decode) return failed(`The content-encoding "${name.slice(0, 40)}" is not one we can unpack.`);
    try {
      left = await decode(left, { maxOutputLength: bodyLimit });
    } catch {
      return failed(
        `The body could not be unpacked as ${name}: it is damaged, or larger than 5 MB unpacked.`,
      );
    }
  }
  return { ok: true, bytes: left };
}

function failed(detail: string): Unpacked {
  return { ok: false, reason: 'encoding', detail };
}

/** Compression method 8, and a check sum over the two bytes (RFC 1950). */
function hasZlibHeader(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}

type Text = { text: string; exact: boolean; lossless: boolean; notes: string[] };

function toText(bytes: Buffer, contentType: string | null): Text {
  const marked = utf16(bytes);
  const named = marked ?? (contentType && /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]) ?? 'utf-8';
  if (/^utf-?8$/i.test(named)) {
    const text = decodeStrictly(strictUtf8, bytes);
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    if (text !== null) return { text, exact: !marked, lossless: true, notes: [] };
    return {
      text: new TextDecoder().decode(bytes),
      exact: false,
      lossless: false,
      notes: [notValid('UTF-8')],
    };
  }
  const decoder = decoderOf(named);
  if (!decoder) {
    const note = `The sender named a character set we do not know (${named.slice(0, 40)}); the body was read as UTF-8.`;
    return { text: new TextDecoder().decode(bytes), exact: false, lossless: false, notes: [note] };
  }
  const text = decodeStrictly(decoder, bytes);
  if (text !== null) return { text, exact: false, lossless: true, notes: [] };
  return {
    text: new TextDecoder(named).decode(bytes),
    exact: false,
    lossless: false,
    notes: [notValid(named)],
  };
}

function notValid(charset: string): string {
  return `Some bytes are not valid ${charset}; they are shown as \ufffd. The raw data keeps them.`;
}

function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return null;
  }
}

function decodeStrictly(decoder: TextDecoder, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 is told by its byte order mark, or by the zero in every ASCII character: JSON and forms begin with two. */
function utf16(bytes: Buffer): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return null;
}
