/**
 * A name or an address in the one spelling that its harmless differences have in common: letter case, white space,
 * dots, commas, hyphens, and straight or curly apostrophes (`O’Hara`, `12 Elm St. #4`).
 */
export function looseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ`´.]+/g, '')
    .replace(/[\s,#\p{Pd}]+/gu, ' ')
    .trim();
}
