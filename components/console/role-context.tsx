'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { allows, type Role } from '#lib/auth/roles.ts';

type Reader = { role: Role; seesPersonal: boolean };

const RoleContext = createContext<Reader>({ role: 'viewer', seesPersonal: false });

interface RoleProviderProps {
  role: Role;
  seesPersonal?: boolean;
  children: ReactNode;
}

export function RoleProvider({ role, seesPersonal = true, children }: RoleProviderProps) {
  const reader = useMemo(() => ({ role, seesPersonal }), [role, seesPersonal]);
  return <RoleContext value={reader}>{children}</RoleContext>;
}

/** The role of the signed-in person. */
export function useRole(): Role {
  return useContext(RoleContext).role;
}

/** Whether personal values are shown to the signed-in person. Where not, nothing is found by one either. */
export function useSeesPersonal(): boolean {
  return useContext(RoleContext).seesPersonal;
}

/** Whether the signed-in person may do what needs `role`. The server decides; this only hides what would be refused. */
export function useMay(role: Role): boolean {
  return allows(useRole(), role);
}
