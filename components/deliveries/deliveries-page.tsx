'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import type { DeliveryItem } from '#lib/delivery/delivery.schema.ts';
import { deliveryStateNames, deliveryStates } from '#lib/delivery/delivery-states.ts';
import { api } from '../api.ts';
import { deliveryColumns, renderNarrowDelivery } from './delivery-columns.tsx';
import { DeliveryDetailPanel } from './delivery-detail-panel.tsx';
import { NoDeliveries } from './no-deliveries.tsx';

const pageSize = 60;
const rowId = (delivery: DeliveryItem) => delivery.id;
const rowHref = (delivery: DeliveryItem) => `/deliveries?delivery=${delivery.id}`;
const stateOptions = deliveryStateNames.map((value) => ({ value, label: deliveryStates[value].word }));
const shape = { state: parseAsStringLiteral(deliveryStateNames), flow: parseAsString };

/** Every delivery, newest first: filters in the URL, detail beside the list. */
export function DeliveriesPage() {
  const [filters, setFilters] = useQueryStates(shape, { history: 'replace' });
  const [open, setOpen] = useQueryState('delivery', parseAsString.withOptions({ history: 'push' }));
  const flows = useQuery(api.flows.list.queryOptions());
  const query = useInfiniteQuery(
    api.deliveries.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        state: filters.state ?? undefined,
        flowId: filters.flow ?? undefined,
        cursor,
        limit: pageSize,
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const onOpen = useCallback((delivery: DeliveryItem) => void setOpen(delivery.id), [setOpen]);
  const filtered = filters.state !== null || filters.flow !== null;
  const clear = () => void setFilters(null);
  const flowOptions = (flows.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (filters.flow && flows.data && !flowOptions.some((option) => option.value === filters.flow)) {
    flowOptions.unshift({ value: filters.flow, label: 'A flow that is gone' });
  }

  const list = (
    <>
      <PageHeader title="Deliveries" />
      <FilterBar label="Filter deliveries" onClear={filtered ? clear : undefined}>
        <FilterSelect
          label="State"
          options={stateOptions}
          value={filters.state}
          onChange={(value) =>
            setFilters({ state: deliveryStateNames.find((state) => state === value) ?? null })
          }
        />
        <FilterSelect
          label="Flow"
          options={flowOptions}
          value={filters.flow}
          onChange={(flow) => setFilters({ flow })}
        />
      </FilterBar>
      <DataTable
        label="Deliveries"
        rows={rows}
        columns={deliveryColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowDelivery}
        {...pagedTable(query, 'The deliveries could not be read')}
        empty={<NoDeliveries filtered={filtered} clear={clear} flows={flows.data?.items.length} />}
      />
    </>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <DeliveryDetailPanel key={open} id={open} /> : null}
      detailLabel="Delivery"
      backLabel="Deliveries"
      onClose={() => void setOpen(null)}
    />
  );
}
