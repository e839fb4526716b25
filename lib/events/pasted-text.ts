/** A text that people copied from somewhere, without what stands around what they look for. */
export type PastedText = {
  /** `12345` of `Customer ID: 12345`, the address of `Ada Castillo <ada@example.com>`. */
  text: string;
  /** Ids, where the text is an address on the web: the parts of its path that have a digit. */
  linked: readonly string[];
  /** Whether its label says that it is another kind of number than a phone's. */
  notPhone: boolean;
};

/** Marks that come along when a number is copied from a chat or a contact, and show nothing. */
const unseen = /\p{Cf}/gu;
const emails = /[^\s<>@,;:()"']+@[^\s<>@,;()"']+/gu;
/** `Phone: …`, `Customer ID: …` */
const label = /^(\p{L}{1,12}\.?(?: \p{L}{1,12}){0,2}):(?:\s+|(?=[+(\d]))/u;
const labelBehind = /\s*\(\p{L}{1,12}\)$/u;
const phoneLabel = /phone|mobile|cell|tel|fax|call|text|sms|home|work|number|^[cfhmptw]\.?$/i;
const around = /^["'“‘«#]+|["'”’»,;]+$/gu;

/** What is looked for in what was pasted. Pure; any text gives an answer. */
export function pastedText(pasted: string): PastedText {
  const shown = pasted.replace(unseen, '').trim();
  if (/^https?:\/\/\S+$/i.test(shown)) return { text: shown, linked: linkedIds(shown), notPhone: true };
  const [email, ...more] = shown.match(emails) ?? [];
  if (email !== undefined && more.length === 0)
    return { text: email.replace(/\.+$/, ''), linked: [], notPhone: true };
  const said = label.exec(shown)?.[1] ?? '';
  const text = shown.replace(label, '').replace(labelBehind, '').replace(around, '').trim();
  const notPhone = said === '' ? shown.startsWith('#') : !phoneLabel.test(said);
  return { text, linked: [], notPhone };
}

function linkedIds(address: string): string[] {
  const parts = URL.parse(address)?.pathname.split('/') ?? [];
  return parts.filter((part) => /\d/.test(part));
}
