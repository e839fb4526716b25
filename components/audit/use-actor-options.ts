'use client';

import { useQuery } from '@tanstack/react-query';
import type { Option } from '#components/ui/select.tsx';
import { api } from '../api.ts';

/** Whom the audit log's filter offers: kinds of actors first, then every person and token by name. */
export function useActorOptions(): Option[] {
  const actors = useQuery(api.audit.actors.queryOptions());
  return [
    { value: 'user', label: 'Any person' },
    { value: 'token', label: 'Any API token' },
    { value: 'system', label: 'Heliograph itself' },
    ...(actors.data?.items ?? []).map(({ kind, id, name }) => ({
      value: id,
      label: kind === 'token' ? `${name} (API token)` : name,
    })),
  ];
}

/** Every person, by name. */
export function usePersonOptions(): Option[] {
  const actors = useQuery(api.audit.actors.queryOptions());
  const people = actors.data?.items.filter(({ kind }) => kind === 'user') ?? [];
  return people.map(({ id, name }) => ({ value: id, label: name }));
}
