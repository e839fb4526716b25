import { isJsonObject, type Json, type JsonObject, splitPath } from '#lib/json.ts';
import type { Recognition } from './event-type.ts';
import { asObject } from './keys.ts';
import type { FieldClass, FieldDefinition, RecordUse } from './record-kind.ts';

/** What the catalog says of the value at one place of a body. */
export type Mark = { class: FieldClass; type: FieldDefinition['type']; key: string };

/** Marks by the object or list that holds the value, then by key. */
export type Marks = ReadonlyMap<object, ReadonlyMap<string, Mark>>;

const order: Record<FieldClass, number> = { plain: 0, personal: 1, secret: 2 };

/**
 * Every place of a body of which the catalog knows how freely it may be shown. Where two records read one place, the
 * stricter of them counts. A number in a path stands for every item of the list, since the others are of the same make.
 */
export function marksOf({ entry, core }: Recognition): Marks {
  const marks = new Map<object, Map<string, Mark>>();
  const put = (holder: object, at: string, mark: Mark) => {
    const held = marks.get(holder) ?? new Map<string, Mark>();
    const before = held.get(at);
    if (!before || order[mark.class] > order[before.class]) held.set(at, mark);
    marks.set(holder, held);
  };
  if (!entry || entry.shape === 'unknown') return marks;
  const id = (path: string): FieldDefinition => ({
    key: 'id',
    label: '',
    class: 'plain',
    type: 'id',
    from: [path],
  });
  for (const use of entry.records) {
    for (const root of rootsOf(use, core)) {
      const own = use.idOnly ? [] : [...use.record.fields, ...use.record.id.map(id)];
      for (const field of own) for (const path of field.from) markAt(root, splitPath(path), field, put);
    }
    for (const path of use.idFrom ?? []) markAt(core, splitPath(path), id(path), put);
  }
  for (const { from } of entry.idsFrom ?? []) {
    for (const path of from) markAt(core, splitPath(path), id(path), put);
  }
  return marks;
}

/** A root that is put together anew shares only its inner parts with the body: its own paths are tried there too. */
function rootsOf({ at, rootOf }: RecordUse, core: JsonObject): JsonObject[] {
  if (rootOf) return [core, rootOf(core)];
  let root: Json | undefined = core;
  for (const part of splitPath(at))
    root = isJsonObject(root) && Object.hasOwn(root, part) ? root[part] : undefined;
  const object = asObject(root);
  return object ? [object] : [];
}

function markAt(
  value: Json,
  [part, ...rest]: readonly string[],
  { class: fieldClass, type, key }: FieldDefinition,
  put: (holder: object, at: string, mark: Mark) => void,
): void {
  if (part === undefined) return;
  const inner: [string, Json][] = Array.isArray(value)
    ? [...value.entries()].map(([index, item]) => [String(index), item])
    : isJsonObject(value) && Object.hasOwn(value, part)
      ? [[part, value[part] ?? null]]
      : [];
  if (Array.isArray(value) && !/^\d+$/.test(part)) return;
  for (const [at, item] of inner) {
    if (rest.length > 0) markAt(item, rest, { class: fieldClass, type, key, label: '', from: [] }, put);
    else if (typeof value === 'object' && value !== null) put(value, at, { class: fieldClass, type, key });
  }
}
