'use client';

import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { CaseDetailPanel } from './case-detail-panel.tsx';

/** A cancellation case as a page of its own. */
export function CasePage({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="Cancellation case" back={<TextLink href="/cancellations">Cancellations</TextLink>} />
      <CaseDetailPanel id={id} isPage />
    </>
  );
}
