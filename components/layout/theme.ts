export type Theme = 'light' | 'dark' | 'system';

/** The cookie in which a browser keeps its theme; readable by scripts, it is no secret. */
export const THEME_COOKIE = 'heliograph-theme';

/** The theme in a cookie's value; anything unknown is `system`. */
export function parseTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** The class of <html> for a theme. For `system` there is none: the style sheet asks the system itself. */
export function themeClass(theme: Theme): string {
  return theme === 'system' ? '' : theme;
}
