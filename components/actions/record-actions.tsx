'use client';

import { useQueries } from '@tanstack/react-query';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Section } from '#components/ui/section.tsx';
import { TextLine } from '#components/ui/text-line.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ActionFilter } from '#lib/actions/action.schema.ts';
import { api } from '../api.ts';
import { ActionStateMark } from './action-state-mark.tsx';

const most = 10;

/** What was done in Enerflo about some things or from an event, newest first; says nothing where nothing was. */
export function RecordActions({
  filters,
}: {
  filters: readonly Pick<ActionFilter, 'connectionId' | 'eventId' | 'record'>[];
}) {
  const found = useQueries({
    queries: filters.map((filter) => api.actions.list.queryOptions({ input: { ...filter, limit: most } })),
    combine: (lists) => {
      const all = lists.flatMap(({ data }) => data?.items ?? []);
      const byId = new Map(all.map((action) => [action.id, action]));
      return [...byId.values()].toSorted((a, b) => b.id.localeCompare(a.id)).slice(0, most);
    },
  });
  if (found.length === 0) return null;
  return (
    <Section title="Done in Enerflo">
      <ul className="flex flex-col divide-y rounded border">
        {found.map((action) => (
          <li key={action.id} className="flex flex-col gap-0.5 px-3 py-2 text-13">
            <span className="flex flex-wrap items-center justify-between gap-x-3">
              <TextLink href={`/actions/${action.id}`} className="min-w-0 wrap-anywhere">
                {action.label}
              </TextLink>
              <ActionStateMark state={action.state} />
            </span>
            <span className="text-12 text-ink-2">
              {action.about && (
                <>
                  <TextLine text={action.about} />,{' '}
                </>
              )}
              {action.actorName}, <RelativeTime iso={action.createdAt} focusable />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
