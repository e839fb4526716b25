import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { EarlyPresses } from '#components/layout/early-presses.tsx';
import { parseTheme, THEME_COOKIE, themeClass } from '#components/layout/theme.ts';
import { parseTimeZone, TIME_ZONE_COOKIE } from '#components/layout/time-zone.ts';
import { UiProvider } from '#components/ui/ui-provider.tsx';
import { pagePreferences } from '#lib/auth/page-preferences.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Heliograph', template: '%s · Heliograph' },
  icons: '/icon.svg',
};
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };
/** Every answer carries a nonce of its own, so nothing is rendered ahead. */
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const given = await cookies();
  const policy = (await headers()).get('content-security-policy');
  // What a person chose goes with him to every browser; the cookies are this browser's own.
  const chosen = await pagePreferences();
  const theme = chosen?.theme ?? parseTheme(given.get(THEME_COOKIE)?.value);
  const timeZone = chosen?.timeZone ?? parseTimeZone(given.get(TIME_ZONE_COOKIE)?.value);
  return (
    <html
      lang="en"
      suppressHydrationWarning
      className={`${GeistSans.variable} ${GeistMono.variable} ${themeClass(theme)}`}
    >
      <body className="font-sans">
        <EarlyPresses nonce={policy?.match(/'nonce-([^']+)'/)?.[1]} />
        <UiProvider
          now={new Date().toISOString()}
          timeZone={timeZone}
          timeDisplay={chosen?.times ?? undefined}
        >
          {children}
        </UiProvider>
      </body>
    </html>
  );
}
