import { longestLine } from '#components/ui/isolated.ts';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import { caseStatusLook } from './case-status-looks.ts';

/** The status of a case in Sunnova's own words, with shape and colour. */
export function CaseStatusMark({ status }: { status: string | null }) {
  return (
    <StatusMark {...caseStatusLook(status)}>
      <VisibleText text={status ?? 'No status yet'} most={longestLine} />
    </StatusMark>
  );
}
