import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { TableControl } from '#components/ui/data-table.tsx';
import { arrived, cameBack } from './returned.ts';

interface ListPlaceInput {
  /** Names the list with its filters: another name is another list. */
  name: string;
  /** The ids of the rows that are loaded. */
  ids: readonly string[];
  /** Reads more rows; undefined where there are none. */
  readMore: (() => void) | undefined;
  /** Rows are being read; while they are, those of the filters before are still shown. */
  reading: boolean;
  table: RefObject<TableControl | null>;
}

/** Where one was: how far down, and which row was the first in sight, for when rows came on top meanwhile. */
type Place = { offset: number; row: string | undefined };

/** Rows that are read at most to find the place again. */
const mostRows = 1_500;

/**
 * Brings a list back to where it was left when one comes back to it (Back, Forward, reload), and to its top when its
 * filters change. `initialOffset` goes to the table; `remember` is to be called when it is scrolled.
 */
export function useListPlace({ name, ids, readMore, reading, table }: ListPlaceInput) {
  const [wanted, setWanted] = useState<Place | null>(() => (cameBack() ? readPlace(name) : null));
  const [initialOffset] = useState(ids.length > 0 ? (wanted?.offset ?? 0) : 0);
  useEffect(() => arrived(), []);

  const restore = useEffectEvent(() => {
    if (!wanted || reading || !table.current) return;
    const index = wanted.row === undefined ? -1 : ids.indexOf(wanted.row);
    if (index < 0 && readMore && ids.length < mostRows) return readMore();
    const within = wanted.offset % Math.max(table.current.offsetOf(1), 1);
    table.current.scrollTo(index < 0 ? wanted.offset : table.current.offsetOf(index) + within);
    setWanted(null);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try with every page that was read
  useEffect(() => restore(), [ids, reading]);

  const before = useRef(name);
  useEffect(() => {
    if (reading || before.current === name) return;
    before.current = name;
    setWanted(null);
    table.current?.scrollTo(0);
  }, [name, reading, table]);

  const remember = (offset: number) =>
    writePlace(name, { offset, row: ids[table.current?.inSight().first ?? 0] });
  return { initialOffset, remember };
}

const keyOf = (name: string) => `heliograph-place:${name}`;

function readPlace(name: string): Place | null {
  try {
    const place: Partial<Place> | null = JSON.parse(window.sessionStorage.getItem(keyOf(name)) ?? 'null');
    return place && typeof place.offset === 'number' && place.offset > 0
      ? { offset: place.offset, row: typeof place.row === 'string' ? place.row : undefined }
      : null;
  } catch {
    // Storage may be off, or hold another version's words.
    return null;
  }
}

function writePlace(name: string, place: Place): void {
  try {
    window.sessionStorage.setItem(keyOf(name), JSON.stringify(place));
  } catch {
    // Without storage one comes back to the top.
  }
}
