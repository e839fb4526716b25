import { sourceLabel } from '#components/events/source-label.ts';
import type { RefusalDetail } from '#lib/ingest/refusals.contract.ts';

type Told = Pick<RefusalDetail, 'source' | 'authenticated' | 'connection' | 'detail' | 'status'>;

/** What happened, in plain words: who sent it as far as that is known, and why it was not taken in. */
export function refusalSentence({ source, authenticated, connection, detail, status }: Told): string {
  const account = connection && connection !== sourceLabel[source] ? ` (${connection})` : '';
  const who = authenticated
    ? `${sourceLabel[source]}${account} sent this with the right credentials, but it could not be taken in.`
    : `Someone sent this to the ${sourceLabel[source]} address${account}. Who it was is not proven.`;
  const answer = status < 300 ? '' : ` The sender was answered ${status}.`;
  return `${who} ${detail}${answer}`;
}
