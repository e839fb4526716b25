const here = () => window.location.pathname + window.location.search;

/** The page that Back, Forward or a reload leads to, until it was shown; null after following a link. */
let returnedTo: string | null = null;

if (typeof window !== 'undefined') {
  const [load] = performance.getEntriesByType('navigation');
  if (load instanceof PerformanceNavigationTiming && load.type !== 'navigate') returnedTo = here();
  window.addEventListener('popstate', () => {
    returnedTo = here();
  });
}

/** Whether one came to the present page by Back, Forward or a reload, and so expects it as it was left. */
export function cameBack(): boolean {
  return typeof window !== 'undefined' && returnedTo === here();
}

/** To be called once the page is shown: from now on, coming here again is another visit. */
export function arrived(): void {
  returnedTo = null;
}
