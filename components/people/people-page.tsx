'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useState } from 'react';
import { QueryError } from '#components/console/query-error.tsx';
import { SettingsNav } from '#components/settings/settings-nav.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import type { PersonItem } from '#lib/auth/people.contract.ts';
import { api } from '../api.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { personColumns, renderNarrowPerson } from './person-columns.tsx';
import { PersonDetail } from './person-detail.tsx';

const nobody: PersonItem[] = [];
const rowId = (person: PersonItem) => person.id;
const rowHref = (person: PersonItem) => `/people?person=${person.id}`;

/** Everybody who has an account: list, detail beside it, invitations. */
export function PeoplePage() {
  const people = useQuery(api.people.list.queryOptions());
  const [open, setOpen] = useQueryState('person', parseAsString.withOptions({ history: 'push' }));
  const [inviting, setInviting] = useState(false);
  const onOpen = useCallback((person: PersonItem) => void setOpen(person.id), [setOpen]);
  const rows = people.data?.items ?? nobody;
  const shown = rows.find((person) => person.id === open);

  const list = (
    <>
      <SettingsNav />
      <PageHeader
        title="People"
        description="Who has an account here, and what they may do."
        actions={
          <Button variant="primary" onClick={() => setInviting(true)}>
            Invite a person
          </Button>
        }
      />
      <DataTable
        label="People"
        rows={rows}
        columns={personColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowPerson}
        loading={people.isPending}
        error={
          people.isError ? <QueryError title="The people could not be read" query={people} /> : undefined
        }
      />
    </>
  );
  return (
    <>
      <SplitView
        list={list}
        detail={open && people.data ? <Detail person={shown} /> : null}
        detailLabel="Person"
        backLabel="People"
        onClose={() => void setOpen(null)}
      />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function Detail({ person }: { person: PersonItem | undefined }) {
  if (person) return <PersonDetail key={person.id} person={person} />;
  return <p className="p-4 text-13 text-ink-2">There is no such person. Choose one of the list.</p>;
}
