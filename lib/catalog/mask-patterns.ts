import type { MaskKind } from './mask-kind.ts';

// Every repetition that may begin anywhere has an end: a file in base64, 20,000 characters without a break, would
// otherwise be read once for each of them.
const email = /[^\s@"'<>(),;:]{1,64}@[^\s@"'<>(),;:]+\.[^\s@"'<>(),;:]{2,}/;
const phone =
  /(?<![\d-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}(?!\d)|(?<![\w-])\+\d[\d\s().-]{7,17}\d/;
/** Ten digits of the North American plan, alone. */
const barePhone = /^\s*1?[2-9]\d{2}[2-9]\d{6}\s*$/;
const street =
  /\b\d{1,6}[A-Za-z]?\s+(?:[\p{L}\d.'-]+\s+){1,4}(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|cir|circle|way|pl|place|ter|terrace|trl|trail|pkwy|parkway|hwy|highway|loop)\b/iu;
const coordinates = /-?\d{1,3}\.\d{3,}\s{0,9}[,;\s]\s{0,9}-?\d{1,3}\.\d{3,}/;
const link = /\b[a-z][a-z\d+.-]{0,40}:\/\/|\bwww\./i;
const socialSecurity = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/;

/** What a text looks like by itself, whatever its key says; null where it looks like nothing personal. */
export function personalLook(text: string): MaskKind | null {
  const start = text.slice(0, 20_000);
  if (link.test(start)) return 'link';
  if (email.test(start)) return 'email';
  if (socialSecurity.test(start)) return 'text';
  if (isTime(start)) return null;
  if (phone.test(start) || barePhone.test(start)) return 'phone';
  if (street.test(start)) return 'address';
  return coordinates.test(start) ? 'coordinate' : null;
}

/** A sentence without the e-mail addresses, telephone numbers and streets in it. */
export function withoutPersonalLooks(text: string): string {
  return [email, socialSecurity, phone, street, coordinates].reduce(
    (left, look) => left.replace(new RegExp(look.source, `g${look.flags}`), '•••'),
    text.slice(0, 20_000),
  );
}

/** A date, a time of day, or both, as vendors write them. */
export function isTime(text: string): boolean {
  return /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4})?(?:[T ,]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)?\s*(?:[ap]m|z|utc|[+-]\d{2}:?\d{2})?$/i.test(
    text.trim(),
  );
}

/** An id that names nobody: a UUID, a Salesforce id, a long hexadecimal word. */
export function isOpaqueId(text: string): boolean {
  return (
    /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text) ||
    /^(?=(?:[A-Za-z]*\d){3})[A-Za-z\d]{15}(?:[A-Za-z\d]{3})?$/.test(text) ||
    /^(?=.*\d)[\da-f]{16,}$/i.test(text)
  );
}

/** What may stand behind a key that is called an id: one word with a digit in it, no number of a telephone. */
export function isIdLike(text: string): boolean {
  return isOpaqueId(text) || (/^(?=.*\d)[\w.:|-]{1,80}$/.test(text) && !phone.test(text));
}

/** A text that tells of nobody, whatever its key: a number, a time, a truth value, an opaque id, a zone of time. */
export function isHarmless(text: string): boolean {
  return (
    (/^[+-]?\$?\d[\d,]*(?:\.\d+)?%?$/.test(text) && !/^\d{9}$/.test(text) && !barePhone.test(text)) ||
    isTime(text) ||
    /^(?:true|false|yes|no|y|n|null|none|on|off)$/i.test(text) ||
    /^[A-Z]{2}$/.test(text) ||
    /^[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?$/.test(text) ||
    isOpaqueId(text)
  );
}

/** A whole number that could be dialled. */
export function isPhoneNumber(value: number): boolean {
  return Number.isInteger(value) && barePhone.test(String(value));
}

/** A number written as exactly as a place on the earth is, and as large as one of this continent. */
export function isCoordinateLike(value: number): boolean {
  const size = Math.abs(value);
  return size >= 15 && size <= 180 && /\.\d{4,}$/.test(String(value));
}
