import { type JsonPath, jsonPathText } from './json-path.ts';

/** One line of a JSON tree. */
export interface JsonRow {
  /** Unique in the tree; also names the row in the set of folds. */
  key: string;
  depth: number;
  path: JsonPath;
  /** What stands before the colon: a key, `[3]`, or `100 – 199` for a part of a big array. Empty at the root. */
  name: string;
  kind: 'object' | 'array' | 'part' | 'string' | 'number' | 'boolean' | 'null';
  value: unknown;
  /** How many members it holds; 0 for plain values. */
  count: number;
  open: boolean;
  /** Which of its siblings it is, and how many there are. */
  place: number;
  siblings: number;
}

/** Arrays and objects with more members than this are shown in parts, each of which folds. */
const PART = 100;
/** Down to this depth small objects are open at first. */
const OPEN_DEPTH = 2;
const OPEN_COUNT = 50;

/**
 * The lines to show of a value, top to bottom. Only what is open is walked, so a large value costs what is seen of it.
 * @param folds what was opened (true) or closed (false) by hand, by row key
 */
export function jsonRows(root: unknown, folds: ReadonlyMap<string, boolean>): JsonRow[] {
  const rows: JsonRow[] = [];
  visit({ key: '$', depth: 0, path: [], name: '', value: root, place: 1, siblings: 1 }, folds, rows);
  return rows;
}

type Visit = Pick<JsonRow, 'key' | 'depth' | 'path' | 'name' | 'value' | 'place' | 'siblings'>;

function visit(at: Visit, folds: ReadonlyMap<string, boolean>, rows: JsonRow[]): void {
  const kind = kindOf(at.value);
  const members = membersOf(at.value);
  const open =
    members.length > 0 && (folds.get(at.key) ?? (at.depth < OPEN_DEPTH && members.length <= OPEN_COUNT));
  rows.push({ ...at, kind, count: members.length, open });
  if (!open) return;
  if (members.length <= PART) visitMembers(at, at.depth + 1, members, 0, folds, rows);
  else visitParts(at, kind === 'array', members, folds, rows);
}

type Member = readonly [name: string | number, value: unknown];

function visitMembers(
  parent: Visit,
  depth: number,
  members: readonly Member[],
  before: number,
  folds: ReadonlyMap<string, boolean>,
  rows: JsonRow[],
): void {
  members.forEach(([name, value], index) => {
    const path = [...parent.path, name];
    visit(
      {
        key: `${parent.key}/${escapePart(name)}`,
        depth,
        path,
        name: typeof name === 'number' ? `[${name}]` : name,
        value,
        place: before + index + 1,
        siblings: members.length,
      },
      folds,
      rows,
    );
  });
}

function visitParts(
  at: Visit,
  ofArray: boolean,
  members: readonly Member[],
  folds: ReadonlyMap<string, boolean>,
  rows: JsonRow[],
): void {
  const parts = Math.ceil(members.length / PART);
  for (let part = 0; part < parts; part += 1) {
    const slice = members.slice(part * PART, (part + 1) * PART);
    const key = `${at.key}//${part}`;
    const open = folds.get(key) ?? false;
    const first = part * PART;
    const name = ofArray
      ? `${first} – ${first + slice.length - 1}`
      : `${slice[0]?.[0] ?? ''} – ${slice.at(-1)?.[0] ?? ''}`;
    const depth = at.depth + 1;
    const value = ofArray ? slice.map(([, each]) => each) : Object.fromEntries(slice);
    rows.push({
      key,
      depth,
      path: at.path,
      name,
      kind: 'part',
      value,
      count: slice.length,
      open,
      place: part + 1,
      siblings: parts,
    });
    if (open) visitMembers(at, depth + 1, slice, 0, folds, rows);
  }
}

function kindOf(value: unknown): JsonRow['kind'] {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'object':
      return 'object';
    case 'number':
    case 'bigint':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'string';
  }
}

function membersOf(value: unknown): Member[] {
  if (Array.isArray(value)) return value.map((member, index) => [index, member]);
  if (typeof value === 'object' && value !== null) return Object.entries(value);
  return [];
}

/** As in a JSON pointer, so that a slash inside a key never looks like a level. */
function escapePart(name: string | number): string {
  return String(name).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A row's value as text to copy: strings as they are, everything else as JSON. */
export function jsonValueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '');
}

/** The path to copy; the root has none and is written `$`. */
export function jsonRowPath(row: JsonRow): string {
  return jsonPathText(row.path) || '$';
}
