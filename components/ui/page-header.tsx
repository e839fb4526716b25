import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  /** One sentence under the title: what it is and whether it is well. */
  description?: ReactNode;
  /** Beside the title: a `StatusMark` or `Badge`. */
  mark?: ReactNode;
  /** What one can do here; the main button last. */
  actions?: ReactNode;
  /** Above the title: where it belongs. */
  back?: ReactNode;
}

/** The head of a page: its only h1, how it is, what to do. */
export function PageHeader({ title, description, mark, actions, back }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        {back && <div className="mb-1 text-13 text-ink-2">{back}</div>}
        <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-16 font-medium">{title}</h1>
          {mark && <span className="text-13">{mark}</span>}
        </div>
        {description && <div className="text-13 text-ink-2">{description}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
