import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { UseFormReturn } from 'react-hook-form';
import { useToast } from '#components/ui/toast.tsx';
import type { FlowDetail, FlowInput } from '#lib/flows/flow.schema.ts';
import { api, errorWords } from '../api.ts';
import { placeOf } from './flow-input.ts';
import type { FlowValues } from './flow-values.ts';

/** Makes a flow (`flowId` null) or publishes a new version. What the API refuses is shown at the fields it names. */
export function useSaveFlow(
  form: UseFormReturn<FlowValues, unknown, FlowInput>,
  flowId: string | null,
  { onSaved, onRefused }: { onSaved: (flow: FlowDetail) => void; onRefused: () => void },
) {
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();

  function saved(flow: FlowDetail) {
    queries.setQueryData(api.flows.get.queryKey({ input: { id: flow.id } }), flow);
    void queries.invalidateQueries({ queryKey: api.flows.list.key() });
    void queries.invalidateQueries({ queryKey: api.firstSteps.key() });
    onSaved(flow);
    if (flowId === null) {
      toast({
        title: `“${flow.name}” is on`,
        description: 'Events that come from now on start it.',
        tone: 'good',
      });
      router.replace(`/flows/${flow.id}`);
    } else {
      toast({ title: `Version ${flow.version} is published`, tone: 'good' });
    }
  }

  function refused(error: unknown) {
    const { message, fields, requestId } = errorWords(error);
    const values = form.getValues();
    const lost = fields.filter(({ field, message: words }) => {
      const place = placeOf(field, values);
      if (place !== null) form.setError(place, { type: 'refused', message: words });
      return place === null;
    });
    if (fields.length === 0 || lost.length > 0) {
      const words = lost.length > 0 ? lost.map((each) => each.message).join(' ') : message;
      form.setError('root', { message: requestId ? `${words} (Request ${requestId})` : words });
    }
    onRefused();
  }

  const options = { meta: { showsItsErrors: true }, onSuccess: saved, onError: refused };
  const create = useMutation(api.flows.create.mutationOptions(options));
  const change = useMutation(api.flows.change.mutationOptions(options));
  const isPending = create.isPending || change.isPending;
  return {
    isPending,
    send: (input: FlowInput) => {
      if (isPending) return;
      if (flowId === null) create.mutate(input);
      else change.mutate({ ...input, id: flowId });
    },
  };
}
