import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { type Subject, subjectHref } from './subject-kinds.ts';

/** The address of what an entry is about, or null; of a reading once it is known which account it reads. */
export function useSubjectHref(subject: Subject): string | null {
  const readingId = subject.kind === 'reading' ? subject.id : null;
  const reading = useQuery(
    api.readings.get.queryOptions({
      input: { id: readingId ?? '' },
      enabled: readingId !== null,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  );
  if (readingId === null) return subjectHref(subject);
  return reading.data ? `/accounts/${reading.data.connectionId}/readings/${readingId}` : null;
}
