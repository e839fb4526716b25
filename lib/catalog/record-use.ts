import type { RecordKind, RecordUse } from './record-kind.ts';

type Elsewhere = Pick<RecordUse, 'idFrom' | 'clockFrom' | 'rootOf'>;

/** The record that an event is about; `at` is the path from the unwrapped body to its root. */
export function main(record: RecordKind, at: string, elsewhere: Elsewhere = {}): RecordUse {
  return { record, at, main: true, ...elsewhere };
}

/** Another record that the event tells of as well. */
export function also(record: RecordKind, at: string, elsewhere: Elsewhere = {}): RecordUse {
  return { record, at, main: false, ...elsewhere };
}

/** A record that the event names by its id only, at one of these paths of the unwrapped body. */
export function mentions(record: RecordKind, ...idFrom: string[]): RecordUse {
  return { record, at: '', main: false, idFrom, idOnly: true };
}

/** The record that an event is about, where only its id is known to come. */
export function mainById(record: RecordKind, ...idFrom: string[]): RecordUse {
  return { record, at: '', main: true, idFrom, idOnly: true };
}
