'use client';

import { PageHeader } from '#components/ui/page-header.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { ActionDetailPanel } from './action-detail-panel.tsx';

/** An action as a page of its own. */
export function ActionPage({ id }: { id: string }) {
  return (
    <>
      <PageHeader title="Action" back={<TextLink href="/actions">Actions</TextLink>} />
      <ActionDetailPanel id={id} />
    </>
  );
}
