'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import { chooseAccount } from './choose-account.ts';

const place = 'heliograph.enerflo-account';

/**
 * The Enerflo account that is acted in: the one of the address, else the last one used in this browser, else the first
 * one (production before sandbox). From an event or a record only its own account is meant (`fixed`; none where that is
 * switched off), and from anything at all only accounts of its environment: nothing of a sandbox meets production.
 */
export function useEnerfloAccount({ fixed, environment }: { fixed?: string; environment?: string } = {}) {
  const connections = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  const [asked, setAsked] = useQueryState('account', parseAsString);
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => setLast(remembered()), []);
  const { accounts, account, switchedOff } = chooseAccount(connections.data?.items ?? [], {
    fixed,
    environment,
    asked,
    last,
  });
  const calling = useQuery(
    api.enerflo.account.queryOptions({
      input: { id: account?.id ?? '' },
      enabled: account !== undefined,
      // How many requests are left changes with every look: it is counted here, and Enerflo is not asked for it.
      refetchInterval: 15_000,
    }),
  );
  return {
    query: connections,
    accounts,
    account,
    switchedOff,
    /** How it is called, and whether it has a key; undefined while that is not known. */
    calling: calling.data,
    choose: (id: string) => {
      remember(id);
      setLast(id);
      void setAsked(id);
    },
  };
}

function remembered(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function remember(id: string): void {
  try {
    localStorage.setItem(place, id);
  } catch {
    // Storage is forbidden: the first account is shown.
  }
}
