import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';
import { MAIN_ID } from './skip-link.tsx';
import { ThemeMenu } from './theme-menu.tsx';

interface SignInFrameProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** A quiet frame for pages before one is signed in. */
export function SignInFrame({ title, description, children }: SignInFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col bg-surface-sunken">
      <header className="flex h-11 items-center justify-end px-2">
        <ThemeMenu />
      </header>
      <main id={MAIN_ID} className="flex flex-1 flex-col items-center px-4 pt-[10vh] pb-16">
        <div className="flex w-full max-w-90 flex-col gap-5">
          <p className="flex items-center gap-2 text-14 font-medium">
            <Mark className="size-5 text-accent" />
            Heliograph
          </p>
          <div>
            <h1 className="text-20 font-medium">{title}</h1>
            {description && <div className="mt-1 text-14 text-ink-2">{description}</div>}
          </div>
          {children}
        </div>
      </main>
    </div>
  );
}
