import type { CaseItem } from '#lib/cases/cases.contract.ts';

/** Whom a case is about: the homeowner's name, else the project's id. */
export function CaseHomeowner({
  item,
}: {
  item: Pick<CaseItem, 'homeowner' | 'hidden' | 'systemProjectId'>;
}) {
  if (item.homeowner)
    return (
      <span className="truncate" title={item.homeowner}>
        {item.homeowner}
      </span>
    );
  const why = item.hidden ? 'Names are hidden from your role' : 'Sunnova told no name';
  return (
    <span className="truncate text-ink-2" title={why}>
      Project <span className="font-mono text-12">{item.systemProjectId ?? 'not told'}</span>
    </span>
  );
}
