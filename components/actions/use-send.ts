'use client';

import { ORPCError } from '@orpc/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ActionDetail } from '#lib/actions/action.schema.ts';
import { api } from '../api.ts';

/**
 * Sends an action. A double click, and another try after an answer that never came, is one request: the key is made
 * with the form, and anew only after an answer or where something else is sent.
 */
export function useSend({ onSettled, onConflict }: SendEvents) {
  const queries = useQueryClient();
  const key = useRef({ value: crypto.randomUUID() as string, sent: null as string | null });
  const renew = () => {
    key.current = { value: crypto.randomUUID(), sent: null };
  };
  const run = useMutation(
    api.actions.run.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: (action) => {
        renew();
        queries.setQueryData(api.actions.get.queryKey({ input: { id: action.id } }), action);
        onSettled(action);
        void queries.invalidateQueries({ queryKey: api.enerflo.account.key() });
        return queries.invalidateQueries({ queryKey: api.actions.list.key() });
      },
      onError: (error) => {
        if (!(error instanceof ORPCError)) return;
        // It was answered, and nothing was sent to Enerflo.
        renew();
        // Something changed, or there is something to agree to that was not when it was looked at.
        if (error.status === 409 || error.status === 422) onConflict();
      },
    }),
  );
  return {
    ...run,
    changedMeanwhile: run.error instanceof ORPCError && run.error.status === 409,
    send: (request: Omit<Parameters<typeof run.mutate>[0], 'idempotencyKey'>) => {
      if (run.isPending) return;
      const text = JSON.stringify(request.input);
      if (key.current.sent !== null && key.current.sent !== text) renew();
      key.current.sent = text;
      run.mutate({ ...request, idempotencyKey: key.current.value });
    },
  };
}

type SendEvents = { onSettled: (action: ActionDetail) => void; onConflict: () => void };
