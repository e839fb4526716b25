import { AppError } from '#lib/errors.ts';

/**
 * The text of a file: UTF-8 or UTF-16 by its byte order mark, else UTF-8 where it is valid, else Windows-1252, which
 * spreadsheets write. Throws AppError INVALID for what is no text, naming what it is where that can be told.
 */
export function textOfFile(bytes: Uint8Array): string {
  const other = otherFormat(bytes);
  if (other) throw notCsv(other);
  const text = decode(bytes);
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith('<!doctype') || start.startsWith('<html')) throw notCsv('This is a web page.');
  if (start.startsWith('<?xml')) throw notCsv('This is an XML file.');
  if (/^[[{]\s*["{[\]}]/.test(start)) throw notCsv('This is JSON.');
  if (text.includes('\0')) throw notCsv('This is no text.');
  return text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** By the first bytes. */
function otherFormat(bytes: Uint8Array): string | null {
  const begins = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'This is an Excel workbook (.xlsx) or another packed file.';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'This is an old Excel workbook (.xls).';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'This is a PDF.';
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff)) return 'This is a picture.';
  return null;
}

function notCsv(what: string): AppError {
  const words = `${what} Open it in your spreadsheet, save it as CSV, and upload that.`;
  return new AppError('INVALID', words, { fields: [{ field: 'file', message: words }] });
}
