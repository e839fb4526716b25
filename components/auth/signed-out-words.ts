/** How many other browsers of one's own were signed out; undefined for none. */
export function browsersSignedOut(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1 ? 'One other browser was signed out.' : `${count} other browsers were signed out.`;
}
