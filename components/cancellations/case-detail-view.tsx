import { CaseDo } from '#components/actions/case-do.tsx';
import { CaseDone } from '#components/actions/case-done.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CaseDetail } from '#lib/cases/cases.contract.ts';
import { CaseChanges } from './case-changes.tsx';
import { CaseEvents } from './case-events.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseFlagList } from './case-flag-list.tsx';
import { CaseHeadline } from './case-headline.tsx';
import { CaseHomeowner } from './case-homeowner.tsx';
import { CaseOthers } from './case-others.tsx';
import { CaseStatusHistory } from './case-status-history.tsx';
import { CaseStatusMark } from './case-status-mark.tsx';

/** A case from how it stands to what was told of it: sentence, flags, facts, history, events. */
export function CaseDetailView({ detail, isPage }: { detail: CaseDetail; isPage: boolean }) {
  return (
    <article className={isPage ? 'flex max-w-240 flex-col gap-6 px-4 pb-8' : 'flex flex-col gap-6 p-4'}>
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 truncate text-16 font-medium">
            <CaseHomeowner item={detail} />
          </h2>
          <CaseStatusMark status={detail.status} />
          {detail.environment === 'sandbox' && <Badge tone="attention">sandbox</Badge>}
        </div>
        <div className="flex flex-wrap items-center gap-x-2 text-12 text-ink-3">
          <span>{detail.connection}</span>
          <span>
            last heard <RelativeTime iso={detail.lastHeardAt} focusable />
          </span>
          {!isPage && <TextLink href={`/cancellations/${detail.id}`}>Open as a page</TextLink>}
        </div>
        <CaseHeadline detail={detail} />
        <CaseFlagList flags={detail.flagDetails} />
        <div className="flex flex-wrap gap-2 empty:hidden">
          <CaseDo caseId={detail.id} />
        </div>
      </header>
      <CaseFacts detail={detail} />
      <CaseStatusHistory steps={detail.statuses} />
      <CaseChanges changes={detail.changes} hidden={detail.hidden} />
      <CaseOthers others={detail.others} />
      <CaseDone newestEventId={detail.events[0]?.id} />
      <CaseEvents detail={detail} />
    </article>
  );
}
