import type { Route } from './ask.ts';

/** The route for a request and the open parts of its path; `method` where only the method fits none. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  pathname: string,
): { route: Route; params: string[] } | 'nothing' | 'method' {
  // The guide prints one path with a slash at its end: it is the same as without.
  const parts = pathname.replace(/\/$/, '').split('/').map(decoded);
  let known = false;
  for (const route of routes) {
    const wanted = route.path.split('/');
    const fits =
      wanted.length === parts.length && wanted.every((part, place) => part === '*' || part === parts[place]);
    if (!fits) continue;
    known = true;
    if (route.method !== method) continue;
    const params = parts.filter((_, place) => wanted[place] === '*');
    return { route, params };
  }
  return known ? 'method' : 'nothing';
}

/** A part of a path; one that is wrongly encoded stays as it is, and so finds nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
