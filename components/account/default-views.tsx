'use client';

import { useQuery } from '@tanstack/react-query';
import { Field } from '#components/ui/field.tsx';
import { Section } from '#components/ui/section.tsx';
import { Select } from '#components/ui/select.tsx';
import type { ViewList } from '#lib/views/view-query.schema.ts';
import { api } from '../api.ts';
import { PreferencesWaiting } from './preferences-waiting.tsx';
import { SavedNote } from './saved-note.tsx';
import { usePreferences } from './use-preferences.ts';

/** With which saved view each list opens. */
export function DefaultViews() {
  const { query, shown, save, saved } = usePreferences();
  return (
    <Section
      title="What lists open with"
      description="One of your saved views, or one that is shared. A link with filters of its own opens as it is."
      actions={<SavedNote shown={saved} />}
    >
      {shown ? (
        <div className="grid gap-4 pt-1 sm:grid-cols-2">
          <DefaultView
            list="events"
            label="Events"
            chosen={shown.defaultViews.events ?? null}
            onChoose={(events) => save({ defaultViews: { events } })}
          />
          <DefaultView
            list="cancellations"
            label="Cancellations"
            chosen={shown.defaultViews.cancellations ?? null}
            onChoose={(cancellations) => save({ defaultViews: { cancellations } })}
          />
        </div>
      ) : (
        <PreferencesWaiting query={query} />
      )}
    </Section>
  );
}

interface DefaultViewProps {
  list: ViewList;
  label: string;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

function DefaultView({ list, label, chosen, onChoose }: DefaultViewProps) {
  const views = useQuery(api.views.list.queryOptions({ input: { list } }));
  const items = views.data?.items ?? [];
  const none = views.isSuccess && items.length === 0;
  return (
    <Field label={label} help={none ? 'No view of this list is saved yet.' : undefined}>
      <Select
        value={chosen ?? ''}
        disabled={views.isPending}
        onChange={(event) => onChoose(event.target.value || null)}
        placeholder="Everything, no filter"
        options={items.map(({ id, name, own, ownerName }) => ({
          value: id,
          label: own ? name : `${name} (${ownerName})`,
        }))}
      />
    </Field>
  );
}
