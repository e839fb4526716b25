import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page or of a detail under a heading of its own. */
export function Section({ title, description, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={id} className="min-w-0 flex-1 text-14 font-medium">
          {title}
        </h2>
        {actions}
      </div>
      {description && <p className="text-13 text-ink-2">{description}</p>}
      {children}
    </section>
  );
}
