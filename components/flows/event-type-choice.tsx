'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { Source } from '#lib/catalog/event-type.ts';
import { api, errorWords } from '../api.ts';
import { eventTypeGroups } from './event-type-groups.ts';
import type { FlowValues } from './flow-values.ts';
import { OtherEventType } from './other-event-type.tsx';
import { useEventTypes } from './use-event-types.ts';

/** Which events of a source start the flow; once some are chosen, the others fold away. */
export function EventTypeChoice({ source }: { source: Source }) {
  const { control, formState } = useFormContext<FlowValues>();
  const { field } = useController({ control, name: 'eventTypes' });
  const chosen = field.value;
  const [all, setAll] = useState(chosen.length === 0);
  const types = useEventTypes();
  const seen = useQuery(api.events.list.queryOptions({ input: { source, limit: 200 }, staleTime: 60_000 }));
  const groups = useMemo(
    () =>
      eventTypeGroups(types.data?.items ?? [], source, {
        chosen,
        seen: (seen.data?.items ?? []).map(({ type, label }) => ({ name: type, label, deprecated: false })),
      }),
    [types.data, seen.data, source, chosen],
  );
  const shown = groups
    .map((group) => ({ ...group, types: group.types.filter(({ name }) => all || chosen.includes(name)) }))
    .filter((group) => group.types.length > 0);
  const error = formState.errors.eventTypes?.message;

  const change = (names: string[]) => {
    field.onChange(names);
    field.onBlur();
  };
  if (types.isPending) return <SkeletonText lines={6} label="Reading the events" />;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 text-13 font-medium">Events</legend>
      {types.isError && (
        <p role="alert" className="text-13 text-bad">
          The events could not be read. {errorWords(types.error).message}
        </p>
      )}
      {error && <p className="text-13 text-bad">{error}</p>}
      {shown.map(({ heading, types: offered }, group) => (
        <div key={heading} className="flex flex-col gap-1.5">
          <p className="text-12 text-ink-3">{heading}</p>
          <ul className="grid grid-cols-1 gap-x-6 gap-y-1.5 sm:grid-cols-2">
            {offered.map(({ name, label, deprecated }, index) => (
              <li key={name} title={name}>
                <Checkbox
                  label={
                    <span className="text-13">
                      <VisibleText text={label} /> {deprecated && <Badge tone="muted">deprecated</Badge>}
                    </span>
                  }
                  checked={chosen.includes(name)}
                  data-wrong={error && group === 0 && index === 0 ? 'true' : undefined}
                  onChange={(event) =>
                    change(event.target.checked ? [...chosen, name] : chosen.filter((each) => each !== name))
                  }
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {source === 'crm' && shown.length === 0 && (
        <p className="text-13 text-ink-2">
          The CRM has sent nothing yet. Write the name of the event as the CRM sends it.
        </p>
      )}
      {(source === 'crm' || all) && (
        <OtherEventType
          source={source}
          wrong={error !== undefined && shown.length === 0}
          onAdd={(name) => change([...new Set([...chosen, name])])}
        />
      )}
      {!all && (
        <Button size="small" variant="quiet" className="-ml-2 self-start" onClick={() => setAll(true)}>
          Show all events
        </Button>
      )}
    </fieldset>
  );
}
