'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { TIME_ZONE_COOKIE } from '#components/layout/time-zone.ts';
import { useClock } from '#components/ui/clock.tsx';

/**
 * Tells the server the browser's time zone, and prints the page anew where it was printed in another one. `follows`
 * says that the person chose no zone, so that times go by the browser's.
 */
export function useTimeZoneCookie(follows: boolean): void {
  const router = useRouter();
  const { timeZone } = useClock();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const told = `${TIME_ZONE_COOKIE}=${encodeURIComponent(zone)}`;
    // By this browser's name of it: the server may know the zone under another.
    const printed = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    if (document.cookie.includes(told)) {
      // A page that was asked for before the cookie was there.
      if (follows && printed !== zone) router.refresh();
      return;
    }
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and on plain http.
    document.cookie = `${told}; path=/; max-age=31536000; samesite=lax`;
    router.refresh();
  }, [router, timeZone, follows]);
}
