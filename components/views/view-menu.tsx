'use client';

import { Bookmark, ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '#components/console/role-context.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { useEver } from '#components/ui/use-ever.ts';
import type { ViewList } from '#lib/views/view-query.schema.ts';
import type { View } from '#lib/views/views.contract.ts';
import { errorWords } from '../api.ts';
import { deleteViewWords } from './delete-view-words.ts';
import { useAppliedView } from './use-applied-view.ts';
import { useViewChanges, useViews } from './use-views.ts';
import type { ViewFields } from './view-dialog.tsx';
import { ViewItems } from './view-items.tsx';
import { viewState } from './view-state.ts';

/** Read when a view is to be saved or changed. */
const ViewDialog = dynamic(() => import('./view-dialog.tsx').then((file) => file.ViewDialog), { ssr: false });
/** Read when a view of somebody else is to be deleted. */
const DeleteViewDialog = dynamic(
  () => import('./delete-view-dialog.tsx').then((file) => file.DeleteViewDialog),
  { ssr: false },
);

interface ViewMenuProps {
  list: ViewList;
  /** The present filters as views keep them: parameters in the order of their names, empty ones left out. */
  query: string;
  /** The list without a view: `All events`. */
  allLabel: string;
  /** To set exactly these filters. */
  onApply: (query: string) => void;
}

/**
 * The saved views of a list, at its head: the one that is shown, to take another, to save the present filters. Keeps
 * the chosen view in the address (`view`) beside the filters.
 */
export function ViewMenu({ list, query, allLabel, onApply }: ViewMenuProps) {
  const applied = useAppliedView(list);
  const views = useViews(list);
  const { create, change, deleteView, makeDefault } = useViewChanges(list);
  const toast = useToast();
  const admin = useMay('admin');
  const [dialog, setDialog] = useState<'create' | 'change' | null>(null);
  const [deleting, setDeleting] = useState<View | null>(null);
  const dialogs = useEver(dialog !== null);
  const { active, changed } = viewState(views, query, applied.id);
  const isDefault = active !== null && active.id === applied.defaultId;

  const openDialog = (which: 'create' | 'change') => {
    create.reset();
    change.reset();
    setDialog(which);
  };
  const save = async (fields: ViewFields) => {
    const view = await create.mutateAsync({ list, query, ...fields });
    applied.apply(view.id);
    setDialog(null);
    toast({ tone: 'good', title: `View "${view.name}" saved` });
  };
  const rename = async (id: string, fields: ViewFields) => {
    await change.mutateAsync({ id, ...fields });
    setDialog(null);
  };
  const update = async (id: string, before: string) => {
    try {
      const view = await change.mutateAsync({ id, query });
      toast({
        tone: 'good',
        title: `View "${view.name}" has these filters now`,
        action: { label: 'Undo', onClick: () => change.mutate({ id, query: before }) },
      });
    } catch (error) {
      toast({ tone: 'bad', title: 'The view was not changed', description: errorWords(error).message });
    }
  };
  const remove = async (view: View) => {
    await deleteView(view, view.id === applied.defaultId);
    applied.leave();
  };
  const removeOwn = async (view: View) => {
    try {
      await remove(view);
    } catch (error) {
      toast({ tone: 'bad', title: 'The view was not deleted', description: errorWords(error).message });
    }
  };
  const question = deleting && deleteViewWords(deleting);
  // What went wrong stands in the dialog.
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="small" className="max-w-72">
            <Bookmark aria-hidden="true" />
            <span className="sr-only">View: </span>
            <span className="truncate">{active?.name ?? (query === '' ? allLabel : 'No view')}</span>
            {changed && <Badge tone="info">changed</Badge>}
            <ChevronDown aria-hidden="true" />
          </Button>
        }
      >
        <ViewItems
          list={list}
          views={views}
          activeId={active?.id ?? null}
          unfiltered={query === ''}
          defaultId={applied.defaultId}
          allLabel={allLabel}
          onChoose={(view) => {
            if (view) applied.apply(view.id);
            else applied.leave();
            onApply(view?.query ?? '');
          }}
        />
        <MenuSeparator />
        {active?.own && changed && (
          <MenuItem onSelect={() => void update(active.id, active.query)}>
            Update "{active.name}" to these filters
          </MenuItem>
        )}
        <MenuItem disabled={query === ''} onSelect={() => openDialog('create')}>
          {query === '' ? 'Set a filter to save a view' : 'Save these filters as a view'}
        </MenuItem>
        {active && (
          <MenuItem onSelect={() => quietly(makeDefault(isDefault ? null : active.id))}>
            {isDefault ? `Open with ${allLabel.toLowerCase()} again` : 'Open the list with this view'}
          </MenuItem>
        )}
        {active?.own && <MenuItem onSelect={() => openDialog('change')}>Rename or share</MenuItem>}
        {active && (active.own || admin) && (
          <MenuItem
            danger
            onSelect={() => {
              if (deleteViewWords(active)) setDeleting(active);
              else void removeOwn(active);
            }}
          >
            Delete view
          </MenuItem>
        )}
      </Menu>
      {deleting && question && (
        <DeleteViewDialog {...question} onDelete={() => remove(deleting)} onClose={() => setDeleting(null)} />
      )}
      {dialogs && (
        <ViewDialog
          title="Save these filters as a view"
          action="Save view"
          initial={{ name: '', shared: false, counted: false }}
          open={dialog === 'create'}
          onOpenChange={(open) => !open && setDialog(null)}
          busy={create.isPending}
          error={create.error}
          onSave={(fields) => quietly(save(fields))}
        />
      )}
      {dialogs && active && (
        <ViewDialog
          title={`Change the view "${active.name}"`}
          action="Save changes"
          initial={active}
          open={dialog === 'change'}
          onOpenChange={(open) => !open && setDialog(null)}
          busy={change.isPending}
          error={change.error}
          onSave={(fields) => quietly(rename(active.id, fields))}
        />
      )}
    </>
  );
}
