'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useMemo, useState } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { SettingsNav } from '#components/settings/settings-nav.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import type { TokenItem } from '#lib/auth/tokens.contract.ts';
import { api } from '../api.ts';
import { NewTokenDialog } from './new-token-dialog.tsx';
import { renderNarrowToken, tokenColumns } from './token-columns.tsx';
import { TokenDetail } from './token-detail.tsx';

const pageSize = 60;
const rowId = (token: TokenItem) => token.id;
const rowHref = (token: TokenItem) => `/tokens?token=${token.id}`;

/** API tokens: list, detail beside it, a new one by dialog. */
export function TokensPage() {
  const [open, setOpen] = useQueryState('token', parseAsString.withOptions({ history: 'push' }));
  const [making, setMaking] = useState(false);
  const query = useInfiniteQuery(
    api.tokens.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ cursor, limit: pageSize }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const shown = rows.find((token) => token.id === open);
  const make = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      Make a token
    </Button>
  );
  const list = (
    <>
      <SettingsNav />
      <PageHeader
        title="API tokens"
        description="Programs use the API with a token. It has a role and an end, as a person would."
        actions={make}
      />
      <div className="flex min-h-0 flex-1 flex-col border-t">
        <DataTable
          label="API tokens"
          rows={rows}
          columns={tokenColumns}
          rowId={rowId}
          rowHref={rowHref}
          activeId={open}
          onOpen={(token) => void setOpen(token.id)}
          onClose={() => void setOpen(null)}
          renderNarrow={renderNarrowToken}
          {...pagedTable(query, 'The API tokens could not be read')}
          empty={
            <EmptyState
              title="There is no API token yet"
              action={<Button onClick={() => setMaking(true)}>Make a token</Button>}
            >
              A token lets a program read events or act through the API, such as a nightly export to your
              warehouse.
            </EmptyState>
          }
        />
      </div>
    </>
  );
  return (
    <>
      <SplitView
        list={list}
        detail={shown ? <TokenDetail key={shown.id} token={shown} /> : null}
        detailLabel="API token"
        backLabel="API tokens"
        onClose={() => void setOpen(null)}
      />
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
    </>
  );
}
