'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QueryError } from '#components/console/query-error.tsx';
import { useMay } from '#components/console/role-context.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Section } from '#components/ui/section.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '../api.ts';

/** Whether viewers see personal values: admins decide, editors see what holds. */
export function PersonalValues() {
  const mayChange = useMay('admin');
  const queries = useQueryClient();
  const toast = useToast();
  const setting = useQuery(api.settings.personalValues.queryOptions());
  const save = useMutation(
    api.settings.savePersonalValues.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.settings.personalValues.queryKey(), saved),
    }),
  );

  async function change(hiddenFromViewers: boolean) {
    await save.mutateAsync({ hiddenFromViewers });
    toast({
      title: hiddenFromViewers ? 'Viewers no longer see personal values' : 'Viewers see personal values',
      action: { label: 'Undo', onClick: () => save.mutate({ hiddenFromViewers: !hiddenFromViewers }) },
    });
  }

  return (
    <Section
      title="Personal values"
      description="Names, addresses, phone numbers and e-mail addresses of homeowners stand in most of what Heliograph receives."
    >
      {setting.data ? (
        <Checkbox
          label="Hide personal values from viewers"
          help="Viewers then see masks in their place: in lists, details, data, search and exports. Ids, types, times and states stay, so that they can still tell what came and what became of it. Raw data and searching by a name or number are closed to them. Operators, editors and admins see everything, as before."
          checked={save.isPending ? save.variables.hiddenFromViewers : setting.data.hiddenFromViewers}
          disabled={!mayChange}
          onChange={(event) => {
            if (!save.isPending) void change(event.target.checked).catch(() => undefined);
          }}
        />
      ) : setting.isError ? (
        <QueryError title="The setting could not be read" query={setting} />
      ) : (
        <SkeletonText lines={2} label="Reading the setting" />
      )}
      {!mayChange && <p className="text-12 text-ink-3">Only an admin can change this.</p>}
    </Section>
  );
}
