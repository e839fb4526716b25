/**
 * The digits of a phone number in the form in which it is searched: without the leading 1 of a US number, so that
 * `+1 480-555-0134`, `(480) 555-0134` and 4805550134 are one. Anything else keeps all its digits.
 */
export function phoneDigits(text: string): string {
  const digits = text.slice(0, 200).normalize('NFKC').replace(/\D/g, '');
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
}
