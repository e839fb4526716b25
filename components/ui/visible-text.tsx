import { Fragment } from 'react';
import { textPieces } from './text-pieces.ts';

/**
 * Text of others as it is: kept apart from the direction of what surrounds it, so that right-to-left writing moves
 * nothing else, and with a mark in the place of each character that cannot be seen.
 */
export function VisibleText({ text }: { text: string }) {
  return (
    <bdi>
      {textPieces(text).map((piece, index) =>
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
