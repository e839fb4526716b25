'use client';

/** Leaves for the sign-in page, because the session has ended; signing in leads back to where one was. */
export function leaveToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname.startsWith('/sign-in')) return;
  window.location.assign(`/sign-in?${new URLSearchParams({ next: pathname + search, why: 'ended' })}`);
}
