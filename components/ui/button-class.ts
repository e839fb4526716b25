import { clsx } from 'clsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent-solid text-on-solid hover:bg-accent-solid-hover',
  secondary: 'border border-line-strong bg-surface-raised text-ink hover:bg-surface-hover',
  quiet: 'text-ink-2 hover:bg-surface-hover hover:text-ink',
  danger: 'bg-bad-solid text-on-solid hover:bg-bad-solid-hover',
};

const sizes: Record<ButtonSize, string> = {
  small: 'h-7 px-2 text-13 pointer-coarse:h-10 pointer-coarse:px-3',
  medium: 'h-8 px-3 text-14 pointer-coarse:h-10',
};

/** The classes of a button, for a link or another element that should look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return clsx(
    'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded font-medium whitespace-nowrap select-none',
    'disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
  );
}
