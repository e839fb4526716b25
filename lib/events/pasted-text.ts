/** A text that people copied from somewhere, without what stands around what they look for. */
export type PastedText = {
  /** `12345` of `Customer ID: 12345`, the address of `Ada Castillo <ada@example.com>`; a link as it is. */
  text: string;
  /** The id in a link: the last in its path that looks like one, else that in what follows. */
  linked: string | null;
  /** Whether its label says that it is another kind of number than a phone's. */
  notPhone: boolean;
};

/** Marks that come along when a number is copied from a chat or a contact, and show nothing. */
const unseen = /\p{Cf}/gu;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const link = /^https?:\/\/\S+/i;
const emails = /[^\s<>@,;:()"]+@[^\s<>@,;:()"]+/gu;
/** `Phone: …`, `Customer ID: …` */
const label = /^(\p{L}{1,12}\.?(?: \p{L}{1,12}){0,2}):(?:\s+|(?=[+(\d]))/u;
const labelBehind = /\s*\(\p{L}{1,12}\)$/u;
const phoneLabel =
  /\b(?:phone|cellphone|telephone|mobile|cell|tel|fax|call|text|sms)\b|^(?:home|work|number|[cfhmptw])\.?$/i;
const around = /^["'“‘«#]+|["'”’»,;]+$/gu;

/** What is looked for in what was pasted. Pure; any text gives an answer. */
export function pastedText(pasted: string): PastedText {
  const shown = pasted.replace(unseen, '').trim();
  const [address] = link.exec(shown) ?? [];
  if (address !== undefined) return { text: shown, linked: linkedId(address), notPhone: true };
  const [email, ...more] = shown.match(emails) ?? [];
  if (email !== undefined && more.length === 0)
    return { text: email.replace(/^'+|['.]+$/g, ''), linked: null, notPhone: true };
  const said = label.exec(shown)?.[1] ?? '';
  const text = shown.replace(label, '').replace(labelBehind, '').replace(around, '').trim();
  const notPhone = said === '' ? shown.startsWith('#') : !phoneLabel.test(said);
  return { text, linked: null, notPhone };
}

/**
 * What stands further to the front is what it lies in: the board of an item, the portal of a contact. What is no id by
 * its look (`v2`, `roof1.jpg`, a day, the number of a page) counts only where nothing else does.
 */
function linkedId(address: string): string | null {
  const { pathname = '', searchParams, hash = '' } = URL.parse(address) ?? {};
  const path = pathname.split('/');
  const asked = [...(searchParams ?? [])];
  const values = asked.map(([, value]) => value);
  const named = asked.filter(([key]) => isOfId(key)).map(([, value]) => value);
  const within = hash.split('/');
  return (
    path.findLast(looksLikeId) ??
    [...within, ...values].findLast((part) => uuid.test(part)) ??
    [...named, ...within].findLast(looksLikeId) ??
    path.findLast((part) => /^\d+$/.test(part)) ??
    values.findLast(looksLikeId) ??
    [...within, ...values, ...named, ...path].findLast((part) => /\d/.test(part)) ??
    null
  );
}

/** The name of a part of a query that holds an id: `id`, `deal_id`, `dealId`. */
function isOfId(key: string): boolean {
  return /^id$|[-_]id$|Id$/.test(key);
}

function looksLikeId(part: string): boolean {
  return /^\d{3,}$/.test(part) || (/^(?=.*\d)[\w-]{6,}$/.test(part) && !/^\d{4}-\d\d-\d\d$/.test(part));
}
