import type { BulkColumns, BulkDetail, BulkItem, BulkSideEffect, RowCounts } from '#lib/bulk/bulk.schema.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operationNamed } from '#lib/operations/registry.ts';

/** `1 row`, `480 rows`. */
export function rowWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`;
}

/** `Up to 212 homeowners, with 300 rows`: how often a side effect may happen. */
export function effectWords({ count, homeowners }: Pick<BulkSideEffect, 'count' | 'homeowners'>): string {
  if (homeowners === null) return `With ${rowWords(count)}`;
  const people = `${homeowners.toLocaleString('en')} ${homeowners === 1 ? 'homeowner' : 'homeowners'}`;
  return `Up to ${people}, with ${rowWords(count)}`;
}

/** How long so many requests take at most so many a minute: `about 4 minutes`. */
export function durationWords(requests: number, perMinute: number): string {
  const minutes = requests / Math.max(1, perMinute);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return `about ${Math.round(minutes)} ${Math.round(minutes) === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.round(minutes / 30) / 2;
  return `about ${hours} hours`;
}

/** By name, e-mail address, phone number and street. */
const searches = 4;

/** How many requests checking one row takes, at most, where Enerflo is asked about it. */
export function checkRequests({ current, lookalikes }: Pick<Operation, 'current' | 'lookalikes'>): number {
  return (current ? 1 : 0) + (current?.also ? 1 : 0) + (lookalikes ? searches : 0);
}

const parts: readonly (readonly [keyof RowCounts, string])[] = [
  ['done', 'done'],
  ['differs', 'done, but Enerflo shows another value'],
  ['sending', 'on the way'],
  ['failed', 'not done'],
  ['unknown', 'may have arrived'],
  ['bad', 'not right'],
  ['uncheckable', 'could not be checked'],
  ['alike', 'like another one'],
  ['repeat', 'repeats'],
  ['left-out', 'left out'],
];

/** `480 done · 20 not right`; only what there is. */
export function countWords(counts: RowCounts): string {
  return parts
    .filter(([state]) => counts[state] > 0)
    .map(([state, word]) => {
      const one = state === 'repeat' && counts[state] === 1 ? 'repeat' : word;
      return `${counts[state].toLocaleString('en')} ${one}`;
    })
    .join(' · ');
}

/** The same with what is still to be sent, for the list of bulks: `5 done · 1 not right · 9 to be sent`. */
export function resultWords(counts: RowCounts): string {
  const to = counts.waiting > 0 && `${counts.waiting.toLocaleString('en')} to be sent`;
  return [countWords(counts), to].filter(Boolean).join(' · ');
}

/** One sentence on how a bulk stands, for the head of its page. */
export function bulkSentence(bulk: BulkItem & Pick<BulkDetail, 'unlisted'>): string {
  const { state, origin, rows, counts, reason, startedAt } = bulk;
  const all = rowWords(rows);
  const to = counts.waiting + counts.sending;
  const sent = counts.done + counts.differs + counts.failed;
  switch (state) {
    case 'columns':
      return `${all}. Say ${origin === 'file' ? 'which column fills which field' : 'what each of them gets'}; nothing is sent yet.`;
    case 'reading':
      return `${(rows - counts.unchecked).toLocaleString('en')} of ${all} checked.${startedAt === null ? ' Nothing is sent.' : ''}`;
    case 'ready':
      return to === 0
        ? `None of ${all} can be sent: ${countWords(counts)}.`
        : `${to.toLocaleString('en')} of ${all} ${to === 1 ? 'is' : 'are'} ready${aside(counts)}. Nothing is sent yet.`;
    case 'running':
      return `${sent.toLocaleString('en')} of ${(sent + counts.unknown + to).toLocaleString('en')} sent${aside(counts)}.`;
    case 'stopped':
      return [
        reason,
        counts.unchecked > 0
          ? `${rowWords(counts.unchecked)} still to be checked.`
          : `${rowWords(to)} still to be sent.`,
      ]
        .filter(Boolean)
        .join(' ');
    case 'done':
      return [reason, `${all}: ${countWords(counts) || 'nothing was sent'}.`, unlistedWords(bulk)]
        .filter(Boolean)
        .join(' ');
  }
}

/** What comes along with each row and Enerflo may not list: `appointment`. */
export function alongWith({ operation }: Pick<BulkItem, 'operation'>): string | undefined {
  return operationNamed(operation)?.made?.also?.what;
}

function unlistedWords({ operation, unlisted }: Pick<BulkDetail, 'operation' | 'unlisted'>): string | null {
  if (unlisted === 0) return null;
  const what = alongWith({ operation }) ?? 'rest';
  return `For ${rowWords(unlisted)} Enerflo did not list the ${what} right after sending: look there whether it came.`;
}

/** What finishing a stopped bulk where it stands does, with how many rows are not sent. */
export function finishWords(counts: RowCounts): string {
  const { waiting, unchecked } = counts;
  const is = (count: number) => (count === 1 ? 'is' : 'are');
  return [
    waiting > 0 ? `${rowWords(waiting)} ${is(waiting)} left out.` : 'Nothing is left to be sent.',
    unchecked > 0 && `${rowWords(unchecked)} ${is(unchecked)} not checked again.`,
    'What was sent stays in Enerflo.',
  ]
    .filter(Boolean)
    .join(' ');
}

function aside(counts: RowCounts): string {
  const words = countWords({ ...counts, done: 0, sending: 0, failed: 0, unknown: 0 });
  return words ? ` (${words})` : '';
}

/** Over what came with each row. */
export function cellsTitle(origin: BulkColumns['origin']): string {
  return origin === 'file' ? 'In the file' : 'As selected';
}

/** What the columns are called: those of a selection, which are fields, as the fields are. */
export function headWords({ heads, origin }: BulkColumns, operation: Operation | undefined): string[] {
  if (origin === 'file' || !operation) return [...heads];
  const labels = new Map(operationFields(operation).map(({ key, words }) => [key, words.label]));
  return heads.map((head) => labels.get(head) ?? head);
}
