import { useQueryClient } from '@tanstack/react-query';
import { useToast } from '#components/ui/toast.tsx';
import { api } from '../api.ts';

/** What follows each change to a person: it is said, the dialog closes, the list is read anew. */
export function usePersonChange(onClose?: () => void): (said: string) => Promise<void> {
  const queries = useQueryClient();
  const toast = useToast();
  return (said) => {
    toast({ title: said, tone: 'good' });
    onClose?.();
    return queries.invalidateQueries({ queryKey: api.people.key() });
  };
}
