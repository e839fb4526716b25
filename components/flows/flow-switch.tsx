'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useMay } from '#components/console/role-context.tsx';
import { StatusMark } from '#components/ui/status-mark.tsx';
import { useToast } from '#components/ui/toast.tsx';
import type { FlowItem } from '#lib/flows/flow.schema.ts';
import { api } from '../api.ts';

type Switched = Pick<FlowItem, 'id' | 'name' | 'enabled'>;

/** Whether a flow is on; who may switches it, at once and with undo. */
export function FlowSwitch({ flow }: { flow: Switched }) {
  const mayEdit = useMay('editor');
  const switchFlow = useSwitchFlow();
  if (!mayEdit) return <FlowStateMark enabled={flow.enabled} />;
  return (
    <button
      type="button"
      role="switch"
      aria-checked={flow.enabled}
      aria-label={`Flow ${flow.name}`}
      onClick={() => switchFlow(flow, !flow.enabled)}
      className="inline-flex h-6 items-center gap-2 rounded-sm text-13 pointer-coarse:h-10"
    >
      <span
        aria-hidden="true"
        className={clsx(
          'inline-flex h-4 w-7 items-center rounded-full border px-0.5',
          flow.enabled ? 'justify-end border-accent-solid bg-accent-solid' : 'border-line-strong bg-surface',
        )}
      >
        <span className={clsx('size-2.5 rounded-full', flow.enabled ? 'bg-on-solid' : 'bg-ink-3')} />
      </span>
      <span className={flow.enabled ? '' : 'text-ink-3'}>{flow.enabled ? 'On' : 'Off'}</span>
    </button>
  );
}

/** On or off, for those who cannot change it. */
export function FlowStateMark({ enabled }: { enabled: boolean }) {
  return (
    <StatusMark tone={enabled ? 'good' : 'muted'} shape={enabled ? 'circle' : 'ring'}>
      {enabled ? 'On' : 'Off'}
    </StatusMark>
  );
}

function useSwitchFlow() {
  const queries = useQueryClient();
  const toast = useToast();
  const listKey = api.flows.list.queryKey();
  const show = (id: string, enabled: boolean) => {
    queries.setQueryData(
      listKey,
      (list) => list && { items: list.items.map((flow) => (flow.id === id ? { ...flow, enabled } : flow)) },
    );
    queries.setQueryData(api.flows.get.queryKey({ input: { id } }), (flow) => flow && { ...flow, enabled });
  };
  const { mutate } = useMutation(
    api.flows.setEnabled.mutationOptions({
      onMutate: async ({ id, enabled }) => {
        await queries.cancelQueries({ queryKey: api.flows.key() });
        show(id, enabled);
      },
      onError: (_error, { id, enabled }) => show(id, !enabled),
      onSettled: () => queries.invalidateQueries({ queryKey: api.flows.list.key() }),
    }),
  );
  return function switchFlow({ id, name }: Switched, enabled: boolean) {
    mutate(
      { id, enabled },
      {
        onSuccess: () =>
          toast({
            title: `“${name}” is ${enabled ? 'on' : 'off'}`,
            description: enabled
              ? 'Events that come from now on start it.'
              : 'New events start nothing. Deliveries that wait already go on.',
            action: { label: 'Undo', onClick: () => mutate({ id, enabled: !enabled }) },
          }),
      },
    );
  };
}
