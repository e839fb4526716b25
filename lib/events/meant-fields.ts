import { anyPlace } from '#lib/catalog/search/event-terms.ts';
import type { Json } from '#lib/json.ts';
import { isPlace, valuesAt } from './field-path.ts';

/** Further in, no search finds anything. */
const deepest = 64;
/** Where keys are ids, a name stands at thousands of paths. */
const mostPaths = 500;

type Path = readonly string[];

/**
 * The paths of plain values that may be meant by one that leads nowhere, the likeliest first: the same in other
 * letters' case or with the places of lists; else with something in front of it (`payload.`); else those of the same
 * last name, that with the most in common from the end first. A typed place in a list stays where something is there.
 */
export function meantFields(bodies: readonly Json[], typed: Path): Path[] {
  const name = lastName(typed);
  if (name === undefined) return [];
  const found = plainPaths(bodies, [], (path) => lastName(path) === name).map((path) => alike(path, typed));
  const whole = found.filter(({ untold }) => untold === 0);
  const same = whole.filter(({ before }) => before === 0);
  const likely = [same, whole, found].find(({ length }) => length > 0) ?? [];
  const paths = likely
    .toSorted((one, other) => one.untold - other.untold || one.before - other.before)
    .map(({ path, asTyped }) => (bodies.some((body) => valuesAt(body, asTyped).length > 0) ? asTyped : path));
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** The paths of the plain values inside what is at this path. */
export function fieldsWithin(bodies: readonly Json[], path: Path): Path[] {
  const inside = bodies.flatMap((body) => valuesAt(body, path));
  return plainPaths(inside, path, () => true);
}

/** Each path once at which any of these has a plain value and which is wanted; `at` is where they themselves stand. */
function plainPaths(values: readonly Json[], at: Path, wanted: (path: Path) => boolean): Path[] {
  const found = new Map<string, Path>();
  const walk = (value: Json, path: string[]): void => {
    if (found.size >= mostPaths || path.length > deepest) return;
    if (typeof value !== 'object' || value === null) {
      if (wanted(path)) found.set(JSON.stringify(path), [...path]);
      return;
    }
    const items = Array.isArray(value)
      ? value.map((item): [string, Json] => [anyPlace, item])
      : Object.entries(value);
    for (const [part, item] of items) {
      path.push(part);
      walk(item, path);
      path.pop();
    }
  };
  for (const value of values) walk(value, [...at]);
  return [...found.values()];
}

type Alike = {
  path: Path;
  /** The same with the places of lists that were typed. */
  asTyped: Path;
  /** How many parts of the typed one it has not, from the end on, and how many of its own stand in front. */
  untold: number;
  before: number;
};

function alike(path: Path, typed: Path): Alike {
  const same: string[] = [];
  let before = path.length;
  let untold = typed.length;
  while (before > 0) {
    const part = path[before - 1] ?? '';
    const told = untold > 0 ? typed[untold - 1] : undefined;
    const placed = part === anyPlace && told !== undefined && isPlace(told);
    if (!placed && part !== anyPlace && part.toLowerCase() !== told?.toLowerCase()) break;
    same.unshift(placed ? told : part);
    if (placed || part !== anyPlace) untold--;
    before--;
  }
  return { path, asTyped: [...path.slice(0, before), ...same], untold, before };
}

/** The last part that is a name, and no place of a list. */
function lastName(path: Path): string | undefined {
  return path.findLast((part) => !isPlace(part))?.toLowerCase();
}
