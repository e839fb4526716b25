import { AppError } from '#lib/errors.ts';
import { isJsonObject, type Json, splitPath } from '#lib/json.ts';

/**
 * A copy of the body in which the fields named as `path=value` hold that value: JSON where it reads as JSON
 * (`status.id=4`), else text. The path starts at the body. AppError where there is nothing to put it into.
 */
export function changeFields(body: Json, settings: readonly string[]): Json {
  const changed = structuredClone(body);
  for (const setting of settings) {
    const equals = setting.indexOf('=');
    const path = setting.slice(0, equals);
    const last = splitPath(path).at(-1);
    if (equals < 1 || last === undefined) {
      throw new AppError(
        'INVALID',
        `“${setting}” is not of the form path=value, such as customer.first_name=Ada.`,
      );
    }
    const parent = splitPath(path).slice(0, -1).reduce<Json | undefined>(childOf, changed);
    if (isJsonObject(parent)) parent[last] = valueIn(setting.slice(equals + 1));
    else if (Array.isArray(parent) && /^\d+$/.test(last))
      parent[Number(last)] = valueIn(setting.slice(equals + 1));
    else throw new AppError('INVALID', `The body has nothing at “${path}” that could hold a field.`);
  }
  return changed;
}

/** Every single value that such settings put in, also those inside of lists and objects. */
export function valuesSet(settings: readonly string[]): Json[] {
  return settings.flatMap((setting) => leavesOf(valueIn(setting.slice(setting.indexOf('=') + 1))));
}

function leavesOf(value: Json): Json[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isJsonObject(value) ? Object.values(value).flatMap(leavesOf) : [value];
}

function childOf(parent: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(parent)) return parent[Number(key)];
  return isJsonObject(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}

function valueIn(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
