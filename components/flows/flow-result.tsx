'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { CodeBlock } from '#components/ui/code-block.tsx';
import { isolated } from '#components/ui/isolated.ts';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { type MappingRow, mappingRowSchema } from '#lib/mapping/mapping.schema.ts';
import { api, errorWords } from '../api.ts';
import { readConstant } from './constant.ts';
import type { FlowValues, RowValue } from './flow-values.ts';
import { useDebounced } from './use-debounced.ts';
import { useDistinctLabel } from './use-event-types.ts';

type Preview = Awaited<ReturnType<typeof api.flows.preview.call>>;

interface FlowResultProps {
  shownType: string | null;
  onShowType: (type: string) => void;
}

/** The body that the rows make of the latest event, kept up to date while one types. */
export function FlowResult({ shownType, onShowType }: FlowResultProps) {
  const { control } = useFormContext<FlowValues>();
  const [connectionId, eventTypes, rows] = useWatch({
    control,
    name: ['connectionId', 'eventTypes', 'rows'],
  });
  const label = useDistinctLabel();
  const type = eventTypes.find((each) => each === shownType) ?? eventTypes[0];
  const sent = useDebounced(
    useMemo(() => rows.flatMap(sendable), [rows]),
    300,
  );
  const ready = connectionId !== '' && type !== undefined;
  const preview = useQuery(
    api.flows.preview.queryOptions({
      input: { connectionId, type: type ?? '', rows: sent },
      enabled: ready,
      placeholderData: keepPreviousData,
      gcTime: 30_000,
    }),
  );
  return (
    <div className="min-w-0 split:sticky split:top-28 split:max-h-[calc(100dvh-11rem)] split:self-start split:overflow-y-auto">
      <Section
        title="Result"
        description={ready ? undefined : 'What is sent appears here once an event is chosen.'}
      >
        {ready && eventTypes.length > 1 && (
          <Select
            aria-label="Event whose result is shown"
            value={type}
            options={eventTypes.map((value) => ({ value, label: isolated(label(value)) }))}
            onChange={(event) => onShowType(event.target.value)}
          />
        )}
        {ready && preview.data && <Body preview={preview.data} left={rows.length - sent.length} />}
        {ready && preview.isPending && <SkeletonText lines={6} label="Making the result" />}
        {ready && preview.isError && (
          <p role="alert" className="text-13 text-bad">
            The result could not be made. {errorWords(preview.error).message}
          </p>
        )}
      </Section>
    </div>
  );
}

function Body({ preview, left }: { preview: Preview; left: number }) {
  const { origin, body, problems, absent } = preview;
  const wrong = problems.length + Math.max(0, left);
  return (
    <>
      <p className="text-12 text-ink-2">
        <Origin origin={origin} />
      </p>
      <CodeBlock text={JSON.stringify(body, null, 2)} label="Data" />
      {absent.length > 0 && (
        <p className="text-12 text-ink-2 wrap-anywhere">
          Left out, because {origin.kind === 'event' ? 'this event' : 'it'} does not have them:{' '}
          <span className="font-mono">{absent.join(', ')}</span>
        </p>
      )}
      {wrong > 0 && (
        <p className="text-12 text-attention">
          {wrong === 1
            ? 'One field is not finished and left out.'
            : `${wrong} fields are not finished and left out.`}
        </p>
      )}
    </>
  );
}

function Origin({ origin }: { origin: Preview['origin'] }) {
  switch (origin.kind) {
    case 'event':
      return (
        <>
          Made from <TextLink href={`/events/${origin.eventId}`}>the latest event</TextLink>, received{' '}
          <RelativeTime iso={origin.receivedAt} focusable />.
        </>
      );
    case 'sample':
      return <>No such event has come yet. Made from the vendor's sample “{origin.title}”.</>;
    case 'none':
      return <>No such event has come yet and there is no sample, so only fixed values are filled.</>;
  }
}

/** A row that is complete enough to be tried. */
function sendable({ target, ...row }: RowValue): MappingRow[] {
  const read = row.kind === 'constant' ? readConstant(row) : null;
  if (read && 'problem' in read) return [];
  const source = read ? { kind: 'constant', value: read.value } : row.source;
  const parsed = mappingRowSchema.safeParse({ target, source });
  return parsed.success ? [parsed.data] : [];
}
