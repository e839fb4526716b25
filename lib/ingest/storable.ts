/** Text as PostgreSQL takes it: NUL and halves of surrogate pairs replaced. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
