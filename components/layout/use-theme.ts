'use client';

import { useSyncExternalStore } from 'react';
import { parseTheme, THEME_COOKIE, type Theme, themeClass } from './theme.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
const CHANGED = 'heliograph-theme-changed';

/** The theme of this browser, and a function that changes it at once and keeps it in the cookie. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore<Theme>(subscribe, themeOfPage, () => 'system');
  return [theme, setTheme];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

function themeOfPage(): Theme {
  const { classList } = document.documentElement;
  return parseTheme(['light', 'dark'].find((name) => classList.contains(name)));
}

function setTheme(theme: Theme): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we serve
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax${secure}`;
  const { classList } = document.documentElement;
  classList.remove('light', 'dark');
  const name = themeClass(theme);
  if (name) classList.add(name);
  window.dispatchEvent(new Event(CHANGED));
}
