import { type Masks, masksOf } from '#lib/catalog/mask.ts';
import { maskRecordId } from '#lib/catalog/mask-record-id.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { isJson, type Json } from '#lib/json.ts';
import type { EventDetail, EventItem } from './events.contract.ts';

/** An event of a list for those who may not see personal values: whom it is about is left out. */
export function hideInItem<Item extends EventItem>(item: Item): Item {
  return {
    ...item,
    about: null,
    recordId: item.recordId && maskRecordId(kindOf(item), item.recordId),
    handled: item.handled && { ...item.handled, note: null },
  };
}

/**
 * An event for those who may not see personal values: the data with masks in it, the fields of records and what
 * changed of them without personal values, and nothing personal in headers, query and notes.
 */
export function hideInEvent(event: EventDetail): EventDetail & { payload: Json } {
  const { source, type, known } = event;
  // What was personal before is so still: a status may speak of a homeowner by the name he had.
  const before = event.changes
    .filter((change) => change.class !== 'plain')
    .map((change) => jsonOf(change.before));
  const masks = masksOf({ source, type, known, payload: jsonOf(event.payload) }, before);
  return {
    ...hideInItem(event),
    payload: masks.payload(),
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name, masks.header(name, value)]),
    ),
    query: masks.query(event.query),
    warnings: event.warnings.map(masks.sentence),
    error: event.error && masks.sentence(event.error),
    records: event.records.map((record) => ({
      ...record,
      id: maskRecordId(record.kind, record.id),
      fields: record.fields.map((field) =>
        field.class === 'plain'
          ? { ...field, value: masks.plain(jsonOf(field.value)) }
          : { ...field, value: null, hidden: field.value !== null },
      ),
    })),
    ids: event.ids.map((id) => ({ ...id, value: String(masks.plain(maskRecordId(id.kind, id.value))) })),
    changes: hiddenChanges(event, masks),
    personalHidden: true,
  };
}

function hiddenChanges(event: EventDetail, masks: Masks): EventDetail['changes'] {
  return event.changes.map((change) => {
    const externalId = maskRecordId(change.kind, change.externalId);
    if (change.class !== 'plain') return { ...change, externalId, before: null, after: null, hidden: true };
    const { before, after } = change;
    return { ...change, externalId, before: masks.plain(jsonOf(before)), after: masks.plain(jsonOf(after)) };
  });
}

/** The kind of the record that an event is mainly about. */
function kindOf({ recordLabel }: EventItem): string {
  return recordKinds.find((kind) => kind.label === recordLabel)?.kind ?? '';
}

function jsonOf(value: unknown): Json {
  return isJson(value) ? value : null;
}
