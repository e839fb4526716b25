'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { allows, type Role } from '#lib/auth/roles.ts';

const RoleContext = createContext<Role>('viewer');
const PersonalContext = createContext(false);

interface RoleProviderProps {
  role: Role;
  seesPersonal?: boolean;
  children: ReactNode;
}

export function RoleProvider({ role, seesPersonal = true, children }: RoleProviderProps) {
  return (
    <RoleContext value={role}>
      <PersonalContext value={seesPersonal}>{children}</PersonalContext>
    </RoleContext>
  );
}

/** The role of the signed-in person. */
export function useRole(): Role {
  return useContext(RoleContext);
}

/** Whether personal values are shown to the signed-in person. Where not, nothing is found by one either. */
export function useSeesPersonal(): boolean {
  return useContext(PersonalContext);
}

/** Whether the signed-in person may do what needs `role`. The server decides; this only hides what would be refused. */
export function useMay(role: Role): boolean {
  return allows(useRole(), role);
}
