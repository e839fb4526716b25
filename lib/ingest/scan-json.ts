import { closingQuote } from './json-marks.ts';

export type JsonScan = {
  /** Deepest nesting of objects and arrays. */
  depth: number;
  /** Keys of all objects together, those that come twice counted twice. */
  keys: number;
  /** Every number prints back exactly as it was written, so that nothing is lost by reading it. */
  exactNumbers: boolean;
  /** A number too large, too small or too long to calculate with, or a whole one that may lose digits (a long id). */
  strangeNumber: boolean;
};

/** Whole numbers of so many digits are held exactly. */
const safeDigits = 15;

/**
 * One pass over text that is known to be valid JSON, for what `JSON.parse` does not tell: how many keys were written
 * (of those that come twice it keeps the last), numbers it cannot hold, and depth. Linear, without recursion.
 */
export function scanJson(text: string): JsonScan {
  const scan: JsonScan = { depth: 0, keys: 0, exactNumbers: true, strangeNumber: false };
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = closingQuote(text, at);
    } else if (code === 58) {
      scan.keys++;
    } else if (code === 123 || code === 91) {
      depth++;
      if (depth > scan.depth) scan.depth = depth;
    } else if (code === 125 || code === 93) {
      depth--;
    } else if (code === 45 || (code >= 48 && code <= 57)) {
      const end = numberEnd(text, at);
      if (!isPlain(text, at, end)) {
        const written = text.slice(at, end);
        const exact = String(Number(written)) === written;
        if (!exact) scan.exactNumbers = false;
        if ((!exact || written.length > safeDigits) && isStrange(written)) scan.strangeNumber = true;
      }
      at = end - 1;
    }
    at++;
  }
  return scan;
}

/**
 * Whether reading this number gives infinity, or zero where it was more, or PostgreSQL could not hold it; or it is a whole
 * number of a size at which some are read as another, so that two ids would be one. All of that size are: of ids beside
 * each other one must not be a number and the next a text.
 */
export function isStrange(written: string): boolean {
  const value = Number(written);
  const vanished = value === 0 && /^-?[0.]*[1-9]/.test(written);
  const inexact = /^-?\d+$/.test(written) && !Number.isSafeInteger(value);
  return (
    !Number.isFinite(value) ||
    vanished ||
    inexact ||
    written.length > 400 ||
    /[eE][+-]?0*[1-9]\d{3}/.test(written)
  );
}

function numberEnd(text: string, start: number): number {
  let end = start + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const digit = code >= 48 && code <= 57;
    if (!digit && code !== 46 && code !== 69 && code !== 101 && code !== 43 && code !== 45) break;
  }
  return end;
}

/** Nothing but a few digits: surely exact. */
function isPlain(text: string, start: number, end: number): boolean {
  if (end - start > safeDigits) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) < 48 || text.charCodeAt(at) > 57) return false;
  return true;
}
