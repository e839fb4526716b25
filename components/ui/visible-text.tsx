import { Fragment } from 'react';
import { isPlainText, textPieces } from './text-pieces.ts';

interface VisibleTextProps {
  text: string;
  /** Characters at most: what is longer is cut. Without it all is shown. */
  most?: number;
}

/**
 * Text of others as it is: kept apart from the direction of what surrounds it, so that right-to-left writing moves
 * nothing else, and with a mark in the place of each character that cannot be seen. A plain text is no element of its
 * own, so that long lists pay nothing for it.
 */
export function VisibleText({ text, most = text.length }: VisibleTextProps) {
  const shown = text.length > most ? `${text.slice(0, most)}…` : text;
  if (isPlainText(shown)) return shown;
  return (
    <bdi>
      {textPieces(shown).map((piece, index) =>
        piece.hidden ? (
          <abbr
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
            key={index}
            title={`A character that cannot be seen: ${piece.text}`}
            className="mx-px rounded-sm bg-attention-soft px-0.5 text-[0.85em] text-attention no-underline"
          >
            {piece.text}
          </abbr>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
    </bdi>
  );
}
