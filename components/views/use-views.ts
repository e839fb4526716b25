'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useToast } from '#components/ui/toast.tsx';
import type { ViewList } from '#lib/views/view-query.schema.ts';
import type { View } from '#lib/views/views.contract.ts';
import { api } from '../api.ts';

/** How often the counts of views are read again, in milliseconds. */
const countEvery = 30_000;

/** The saved views of a list that I see, own ones first; empty until they are read. */
export function useViews(list: ViewList): readonly View[] {
  return useQuery(api.views.list.queryOptions({ input: { list }, staleTime: 60_000 })).data?.items ?? [];
}

/** How many rows each counted view has, in words (`12`, `100+`), by its id. */
export function useViewCounts(list: ViewList): ReadonlyMap<string, string> {
  const counted = useViews(list).some((view) => view.counted);
  const { data } = useQuery(
    api.views.counts.queryOptions({
      input: { list },
      enabled: counted,
      staleTime: countEvery / 2,
      refetchInterval: countEvery,
    }),
  );
  return new Map(data?.items.map(({ id, count, more }) => [id, `${count}${more ? '+' : ''}`]));
}

/** What can be done with the views of a list. Each change is read back before it counts as done. */
export function useViewChanges(list: ViewList) {
  const queries = useQueryClient();
  const toast = useToast();
  const readAgain = () => queries.invalidateQueries({ queryKey: api.views.key() });
  const readPreferences = () => queries.invalidateQueries({ queryKey: api.preferences.key() });

  const create = useMutation(
    api.views.create.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: readAgain }),
  );
  const change = useMutation(
    api.views.change.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: readAgain }),
  );
  const setDefault = useMutation(api.preferences.save.mutationOptions({ onSuccess: readPreferences }));
  const restore = useMutation(api.views.create.mutationOptions({ onSuccess: readAgain }));
  const remove = useMutation(
    api.views.delete.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: readAgain }),
  );

  /** Deletes a view; one of one's own can be brought back, as the default where it was that. Throws where it failed. */
  const deleteView = async (view: View, wasDefault: boolean) => {
    await remove.mutateAsync({ id: view.id });
    if (wasDefault) await readPreferences();
    const undo = async () => {
      const { name, query, shared, counted } = view;
      const again = await restore.mutateAsync({ list, name, query, shared, counted });
      if (wasDefault) await setDefault.mutateAsync({ defaultViews: { [list]: again.id } });
    };
    toast({
      title: `View "${view.name}" deleted`,
      action: view.own ? { label: 'Undo', onClick: () => void undo().catch(() => undefined) } : undefined,
    });
  };
  const makeDefault = (id: string | null) => setDefault.mutateAsync({ defaultViews: { [list]: id } });
  return { create, change, deleteView, makeDefault };
}
