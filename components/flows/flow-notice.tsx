import { Button } from '#components/ui/button.tsx';
import type { FlowDetail } from '#lib/flows/flow.schema.ts';

interface FlowNoticeProps {
  /** What was typed before a reload is back. */
  restored: boolean;
  /** Published by someone else since this form was opened. */
  newer: FlowDetail | null;
  onShowNewer: () => void;
}

/** Says above a flow's form that what it shows is not simply what is published. */
export function FlowNotice({ restored, newer, onShowNewer }: FlowNoticeProps) {
  if (!newer && !restored) return null;
  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-info-soft px-4 py-1.5 text-13"
    >
      {newer ? (
        <>
          Version {newer.version} was published meanwhile. Publishing yours takes its place.
          <Button size="small" onClick={onShowNewer}>
            Show version {newer.version} instead
          </Button>
        </>
      ) : (
        'What you typed before is back. It is not published yet.'
      )}
    </p>
  );
}
