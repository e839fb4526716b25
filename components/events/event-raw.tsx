'use client';

import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import type { EventDetail } from '#lib/events/events.contract.ts';

const shown = 100_000;

/** The bytes as they came, as text once somebody looks; as a file exactly. */
export function EventRaw({ event: { id, byteSize, personalHidden } }: { event: EventDetail }) {
  if (!personalHidden) return <RawBytes id={id} byteSize={byteSize} />;
  return (
    <Section title="As it came">
      <p className="text-13 text-ink-2">
        {byteSize.toLocaleString('en')} bytes. They hold personal values, which are hidden from your role.
      </p>
    </Section>
  );
}

function RawBytes({ id, byteSize }: { id: string; byteSize: number }) {
  const [open, setOpen] = useState(false);
  const address = `/api/events/${id}/raw`;
  const raw = useQuery({
    queryKey: ['event raw', id],
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(address, { signal });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return new TextDecoder().decode((await response.arrayBuffer()).slice(0, shown));
    },
  });
  const download = (
    <LinkButton size="small" variant="quiet" href={address} prefetch={false} download>
      <Download aria-hidden="true" />
      Raw data
    </LinkButton>
  );
  return (
    <Section title="As it came" actions={download}>
      <details className="text-13" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="cursor-pointer text-ink-2">
          {byteSize.toLocaleString('en')} bytes, unchanged
          {byteSize > shown && `; the first ${shown.toLocaleString('en')} are shown`}
        </summary>
        <div className="pt-2">
          {raw.isPending && <SkeletonText lines={4} label="Reading the raw data" />}
          {raw.isError && <QueryError title="The raw data could not be read" query={raw} />}
          {raw.data !== undefined && <CodeBlock text={raw.data} label="Raw data" />}
        </div>
      </details>
    </Section>
  );
}
