'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { QueryError } from '#components/console/query-error.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import type { CopyDifferences } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { PathDifferences } from './path-differences.tsx';

const words: Record<CopyDifferences['how'], string> = {
  identical: 'Its bytes are those of the first.',
  spelling: 'Only white space or the order of fields is different; it says the same.',
  fields: 'These places are different:',
  unreadable: 'It cannot be compared field by field, because one of the two is not JSON.',
};

/** How one copy differs from the first arrival, and its own bytes. */
export function CopyOfEvent({
  eventId,
  copyId,
  mayDownload,
}: {
  eventId: string;
  copyId: string;
  mayDownload: boolean;
}) {
  const input = { id: eventId, copyId };
  const copy = useQuery(
    api.events.copyDifferences.queryOptions({ input, staleTime: Number.POSITIVE_INFINITY }),
  );
  if (copy.isPending) return <SkeletonText lines={2} label="Comparing the copy" />;
  if (!copy.data) return <QueryError title="The copy could not be compared" query={copy} />;
  const { how, paths, morePaths, byteSize, firstByteSize } = copy.data;
  return (
    <>
      <p className="text-13 text-ink-2">
        {words[how]} {byteSize.toLocaleString('en')} bytes
        {byteSize !== firstByteSize && `, the first had ${firstByteSize.toLocaleString('en')}`}.
      </p>
      {paths.length > 0 && <PathDifferences paths={paths} more={morePaths} sides={['First', 'Copy']} />}
      {mayDownload && (
        <LinkButton
          size="small"
          variant="quiet"
          className="self-start"
          href={`/api/events/${eventId}/copies/${copyId}/raw`}
          prefetch={false}
          download
        >
          <Download aria-hidden="true" />
          Raw data of this copy
        </LinkButton>
      )}
    </>
  );
}
