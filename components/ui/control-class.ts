/** The look shared by everything one types or chooses in. */
export const controlClass =
  'w-full min-w-0 rounded border border-line-strong bg-surface px-2 text-14 text-ink ' +
  'disabled:bg-surface-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-surface-sunken ' +
  'aria-invalid:border-bad pointer-coarse:text-16';
