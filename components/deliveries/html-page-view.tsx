import { CopyButton } from '#components/ui/copy-button.tsx';
import { VisibleText } from '#components/ui/visible-text.tsx';
import type { HtmlPage } from './html-page.ts';

interface HtmlPageViewProps {
  page: HtmlPage;
  /** As it came, to copy. */
  source: string;
  /** What it is: `Answer`. */
  label: string;
}

/** A page of HTML as what it says. Its source is nothing for people: it can be copied. */
export function HtmlPageView({ page: { title, text }, source, label }: HtmlPageViewProps) {
  return (
    <figure className="min-w-0 overflow-hidden rounded border bg-surface-sunken">
      <figcaption className="flex h-8 items-center justify-between border-b pr-1 pl-3 text-12 text-ink-2">
        {label}
        <CopyButton text={source} label={`Copy ${label.toLowerCase()} as HTML`} />
      </figcaption>
      <div className="flex flex-col gap-1 px-3 py-2 text-13 wrap-anywhere">
        <p className="font-medium">
          {title ? (
            <>
              An HTML page: <VisibleText text={title} />
            </>
          ) : (
            'HTML without a title'
          )}
        </p>
        {text && (
          <p className="whitespace-pre-line text-ink-2">
            <VisibleText text={text} />
          </p>
        )}
      </div>
    </figure>
  );
}
