/** The roles, from the one that may least to the one that may everything. Safe in a browser. */
export const roles = ['viewer', 'operator', 'editor', 'admin'] as const;

export type Role = (typeof roles)[number];

export function isRole(value: string): value is Role {
  return roles.some((role) => role === value);
}

/** Whether someone with `role` may do what needs `needed`: each role may all that those below it may. */
export function allows(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}

/** The one of two roles that may less. */
export function lesserRole(one: Role, other: Role): Role {
  return allows(one, other) ? other : one;
}
