import type { Route } from 'next';
import { useSearchParams } from 'next/navigation';

/** Where another event opens: on a page of its own from a page, beside the list from beside the list. */
export function useEventHref(isPage: boolean): (id: string) => Route {
  const parameters = useSearchParams();
  return (id) => {
    if (isPage) return `/events/${id}`;
    const beside = new URLSearchParams(parameters);
    beside.set('event', id);
    return `?${beside}`;
  };
}
