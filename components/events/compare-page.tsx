'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { PageBody } from '#components/layout/page-body.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { api, errorWords } from '../api.ts';
import { CompareView } from './compare-view.tsx';
import { eventIdIn } from './event-id-in.ts';
import { EventPick } from './event-pick.tsx';

const shape = {
  one: parseAsString,
  other: parseAsString,
  show: parseAsStringLiteral(['everything']),
};

/** Any two events side by side, named by the address. One that is missing or wrong can be picked. */
export function ComparePage() {
  const [{ one, other, show }, set] = useQueryStates(shape, { history: 'replace' });
  const [left, right] = [wholeId(one), wholeId(other)];
  const everything = show === 'everything';
  const compared = useQuery({
    ...api.events.compare.queryOptions({
      input: { id: left ?? '', other: right ?? '', show: show ?? undefined },
    }),
    enabled: left !== null && right !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const wrong = compared.isError ? errorWords(compared.error) : null;
  const shown = left && right && !wrong ? compared.data : undefined;
  return (
    <>
      <PageHeader
        title="Compare two events"
        back={<TextLink href="/events">Events</TextLink>}
        actions={
          shown && (
            <>
              <Button size="small" onClick={() => void set({ one: other, other: one })}>
                <ArrowLeftRight aria-hidden="true" />
                Swap
              </Button>
              <Button
                size="small"
                aria-pressed={everything}
                onClick={() => void set({ show: everything ? null : 'everything' })}
              >
                {everything ? 'Show only differences' : 'Show everything'}
              </Button>
            </>
          )
        }
      />
      <PageBody>
        {shown && <CompareView comparison={shown} onPick={(side, id) => void set({ [side]: id })} />}
        {left && right && compared.isPending && <SkeletonText lines={10} label="Comparing the events" />}
        {(!left || !right || wrong) && (
          <div className="flex max-w-120 flex-col gap-6">
            <p role={wrong ? 'alert' : undefined} className="text-13 text-ink-2">
              {wrong
                ? `They could not be compared. ${wrong.message} Pick others, or check the link.`
                : 'Name two events. Links and ids can be copied from an event.'}
              {wrong?.requestId && (
                <span className="block text-12 text-ink-3">Request {wrong.requestId}</span>
              )}
            </p>
            {(!left || wrong) && (
              <EventPick
                key={`one ${one}`}
                label="The one event"
                action="Take this event"
                onPick={(id) => void set({ one: id })}
              />
            )}
            {(!right || wrong) && (
              <EventPick
                key={`other ${other}`}
                label="The other event"
                action="Take this event"
                onPick={(id) => void set({ other: id })}
              />
            )}
          </div>
        )}
      </PageBody>
    </>
  );
}

function wholeId(text: string | null): string | null {
  const named = eventIdIn(text ?? '');
  return named && 'id' in named ? named.id : null;
}
