'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { allows, type Role } from '#lib/auth/roles.ts';

const RoleContext = createContext<Role>('viewer');

export function RoleProvider({ role, children }: { role: Role; children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** The role of the signed-in person. */
export function useRole(): Role {
  return useContext(RoleContext);
}

/** Whether the signed-in person may do what needs `role`. The server decides; this only hides what would be refused. */
export function useMay(role: Role): boolean {
  return allows(useRole(), role);
}
