/** A version 4 uuid out of given random numbers, so that the same seed makes the same ones. */
export function uuidFrom(random: () => number): string {
  const digits = Array.from({ length: 32 }, (_, place) => {
    const value = Math.floor(random() * 16);
    if (place === 12) return '4';
    return (place === 16 ? 8 + (value % 4) : value).toString(16);
  }).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Nine letters and digits, as Enerflo names a deal (`b9sqedcvp`). */
export function shortCodeFrom(random: () => number): string {
  return Array.from({ length: 9 }, () => Math.floor(random() * 36).toString(36)).join('');
}
