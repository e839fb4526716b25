/** The key under which texts count as the same: no case, no white space (non-breaking and zero-width included). */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060]+/gu, '')
    .toLowerCase();
}
