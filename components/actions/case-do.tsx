import { DoMenu } from './do-menu.tsx';

/** "Do in Enerflo" at a cancellation case: Sunnova tells no id of Enerflo, so the install is found by the homeowner. */
export function CaseDo({ caseId }: { caseId: string }) {
  return (
    <DoMenu
      kinds={['enerflo.install']}
      from={{ case: caseId }}
      note="Sunnova tells no id of Enerflo: you choose the install, found by the homeowner's name."
    />
  );
}
