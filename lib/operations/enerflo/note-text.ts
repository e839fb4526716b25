const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The text of a note as Enerflo tells it, which may have been written as HTML there, or been made it: entities as their
 * signs, tags of paragraphs and lines as line ends, other tags left out. `<` that begins no such tag stays.
 */
export function noteText(told: string): string {
  if (!/[<&]/.test(told)) return told;
  return told
    .replace(/<(?:br|\/p|\/div|\/li)\s{0,9}\/?>/gi, '\n')
    .replace(/<\/?(?:a|b|div|em|i|li|ol|p|s|span|strong|u|ul)(?:\s[^<>]{0,2000})?>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, ten, sixteen, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const sign = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
      return sign > 0 && sign <= 0x10ffff ? String.fromCodePoint(sign) : whole;
    });
}

/** Whether two notes say the same, however their white space and their HTML are written. */
export function sameNote(one: string, other: string): boolean {
  return plain(one) === plain(other) || plain(noteText(one)) === plain(noteText(other));
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
