'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMay } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '../api.ts';

/** Has an event that could not be read into records tried once more, for those who may. */
export function ApplyAgain({ eventId }: { eventId: string }) {
  const mayAct = useMay('operator');
  const toast = useToast();
  const queries = useQueryClient();
  const applyAgain = useMutation(
    api.events.applyAgain.mutationOptions({
      onSuccess: (changed) => {
        queries.setQueryData(api.events.get.queryKey({ input: { id: eventId } }), changed);
        toast({ title: 'It is tried again' });
        return queries.invalidateQueries({ queryKey: api.events.key() });
      },
    }),
  );
  if (!mayAct) return null;
  return (
    <Button busy={applyAgain.isPending} onClick={() => applyAgain.mutate({ id: eventId })}>
      Try again
    </Button>
  );
}
