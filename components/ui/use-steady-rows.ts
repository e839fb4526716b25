'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';

/** How long after its last move the pointer is taken to be on its way to a row, in milliseconds. */
const AIMING = 800;

/**
 * Rows that keep their places while the pointer is on its way to one of them or presses it: what came in meanwhile
 * would put another row under it. What moves no row is shown at once. `aim` is for the element that holds the rows.
 */
export function useSteadyRows<Row>(rows: readonly Row[], rowId: (row: Row) => string) {
  const [held, setHeld] = useState<readonly Row[] | null>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const stay = held === null || held === rows || keepsPlaces(held, rows, rowId);
  if (stay && held !== null && held !== rows) setHeld(rows);
  const shown = stay ? rows : held;

  const release = () => {
    window.clearTimeout(timer.current);
    setHeld(null);
  };
  const follow = ({ buttons }: PointerEvent) => {
    setHeld((before) => before ?? shown);
    window.clearTimeout(timer.current);
    const pressed = (buttons & 1) === 1;
    if (!pressed) timer.current = window.setTimeout(release, AIMING);
  };
  return {
    rows: shown,
    aim: {
      onPointerMove: follow,
      onPointerDown: follow,
      onPointerUp: follow,
      onPointerCancel: follow,
      // A finger leaves before its click is told.
      onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && release(),
    },
  };
}

/** Whether every row is where it was; more may have come after them. */
function keepsPlaces<Row>(before: readonly Row[], now: readonly Row[], rowId: (row: Row) => string): boolean {
  return before.every((row, index) => {
    const other = now[index];
    return other !== undefined && (other === row || rowId(other) === rowId(row));
  });
}
