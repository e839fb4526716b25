/** Prefixes as in the printed samples (field facts 8.2). */
const prefixes = {
  lead: '00Q',
  appointment: '00A',
  account: '001',
  leadPerson: 'a8k',
  leadSystem: 'a8m',
  leadQuote: 'a8l',
  systemProject: 'a8u',
  system: 'a07',
} as const;
export type SalesforceKind = keyof typeof prefixes;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Makes ids as Salesforce does: 15 signs that count, case and all, and three that tell the case (18). */
export function createSalesforceIds(): {
  short: (kind: SalesforceKind) => string;
  long: (kind: SalesforceKind) => string;
} {
  const counted = new Map<SalesforceKind, number>();
  const short = (kind: SalesforceKind) => {
    // Steps of 37, so that neighbours do not look alike.
    const number = (counted.get(kind) ?? 180_000) + 37;
    counted.set(kind, number);
    return `${prefixes[kind]}4W00001${inBase62(number).padStart(5, '0')}`;
  };
  return { short, long: (kind) => withCaseMarks(short(kind)) };
}

function inBase62(number: number): string {
  const rest = number % 62;
  return (number >= 62 ? inBase62(Math.floor(number / 62)) : '') + (digits[rest] ?? '0');
}

/** The 18-sign form: one sign for each five, which tells those of them that are capitals. */
function withCaseMarks(short: string): string {
  const marks = [0, 5, 10].map((start) => {
    const five = [...short.slice(start, start + 5)];
    const bits = five.reduce((sum, sign, place) => sum + (/[A-Z]/.test(sign) ? 2 ** place : 0), 0);
    return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[bits] ?? 'A';
  });
  return short + marks.join('');
}
