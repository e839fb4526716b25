import { TextLine } from '#components/ui/text-line.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { CaseItem } from '#lib/cases/cases.contract.ts';

/** Whom a case is about: the homeowner's name, else the project's id. */
export function CaseHomeowner({
  item,
}: {
  item: Pick<CaseItem, 'homeowner' | 'hidden' | 'systemProjectId'>;
}) {
  if (item.homeowner) return <TextLine className="truncate" text={item.homeowner} />;
  const why = item.hidden ? 'Names are hidden from your role' : 'Sunnova told no name';
  return (
    <span className="truncate text-ink-2" title={why}>
      Project{' '}
      <span className="font-mono text-12">
        <VisibleText text={item.systemProjectId ?? 'not told'} />
      </span>
    </span>
  );
}
