/** What stands in the place of a hidden value. It tells what kind of thing was there, and nothing of the thing. */
export type MaskKind =
  | 'name'
  | 'email'
  | 'phone'
  | 'address'
  | 'zip'
  | 'coordinate'
  | 'date'
  | 'link'
  | 'number'
  | 'secret'
  | 'text';

const words: Record<Exclude<MaskKind, 'text'>, string> = {
  name: '[name]',
  email: '[email]',
  phone: '[phone]',
  address: '[address]',
  zip: '[ZIP code]',
  coordinate: '[coordinate]',
  date: '[date]',
  link: '[link]',
  number: '[number]',
  secret: '[secret]',
};

/** The mask of a value: `[name]`, `[phone]`, `[text, 24 characters]`. */
export function maskOf(kind: MaskKind, value: string | number | boolean): string {
  if (kind !== 'text') return words[kind];
  const { length } = String(value);
  return `[text, ${length} ${length === 1 ? 'character' : 'characters'}]`;
}
