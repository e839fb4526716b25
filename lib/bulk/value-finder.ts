import { findChoices } from '#lib/enerflo/choices/find-choices.ts';
import type { Choice } from '#lib/enerflo/enerflo.contract.ts';
import type { EnerfloAccess, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { JsonObject } from '#lib/json.ts';
import type { FieldWords, PickKind } from '#lib/operations/field-words.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import { rightId } from '#lib/operations/put-right/right-choice.ts';
import type { RowNote } from './bulk.schema.ts';
import { chooseByName } from './choose-by-name.ts';
import { installOfDeal } from './install-of-deal.ts';
import { type NotAsked, notAsked, saidNo } from './not-asked.ts';

export type Found = {
  raw: JsonObject;
  /** What Enerflo calls the values that are ids now, by field. */
  labels: Record<string, string>;
  notes: RowNote[];
  problems: string[];
};

/** Brings names in a row to the ids that Enerflo wants; the failure where Enerflo could not be asked. */
export type ValueFinder = (operation: Operation, raw: JsonObject) => Promise<Found | NotAsked>;

const id = /^(\d{1,18}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

/**
 * Finds what a row names: a status or an office by its label, a user by name or e-mail address, an install by id, deal
 * id or homeowner, a milestone by its title. What was asked once is kept for as long as the finder is.
 */
export function valueFinder(access: EnerfloAccess, account: EnerfloAccount): ValueFinder {
  const asked = new Map<string, Promise<readonly Choice[] | NotAsked>>();

  function choices(
    field: FieldWords & { picks: PickKind },
    q: string | undefined,
    within: string | undefined,
  ) {
    const { picks, value = 'id' } = field;
    const key = JSON.stringify([picks, value, q, within]);
    const known = asked.get(key);
    if (known) return known;
    const asking = findChoices(access, {
      id: account.connectionId,
      picks,
      q,
      within,
      value,
      share: 'bulk',
    }).then(({ items, failure }) => (failure && items.length === 0 ? notAsked(failure) : items));
    asked.set(key, asking);
    // What could not be asked is asked again.
    asking.then((answer) => 'notAsked' in answer && asked.delete(key)).catch(() => asked.delete(key));
    return asking;
  }

  async function valueFor({ words }: OperationField, picks: PickKind, text: string, raw: JsonObject) {
    const { value = 'id' } = words;
    if (value === 'email' && text.includes('@')) return { value: text };
    // A deal's uuid may stand for its install.
    if (value === 'id' && id.test(text) && (picks !== 'install' || /^\d+$/.test(text)))
      return { value: text };
    if (picks === 'install') {
      const install = await installOfDeal(access.db, account.connectionId, text);
      if (install) return { value: install };
    }
    const within = textIn(raw, words.within);
    const some = await choices({ ...words, picks }, text, within);
    if ('notAsked' in some) return some;
    const chosen = chooseByName(words.label, picks, text, some);
    // Asked only where several installers have a status of that name: it costs a request of its own for each install.
    const narrower = textIn(raw, words.narrowedBy);
    if ('problem' in chosen && some.length > 1 && narrower !== undefined) {
      const its = await choices({ ...words, picks }, text, narrower);
      return 'notAsked' in its ? its : chooseByName(words.label, picks, text, its);
    }
    if (!('problem' in chosen) || some.length > 0) return chosen;
    const all = await choices({ ...words, picks }, undefined, within);
    return 'notAsked' in all ? all : chooseByName(words.label, picks, text, all);
  }

  return async (operation, given) => {
    const found: Found = { raw: { ...given }, labels: {}, notes: [], problems: [] };
    const lost = new Set<string>();
    // What something lies in comes first: the install before its milestone.
    const fields = operationFields(operation).toSorted(
      (one, other) => Number(isAfter(one.words)) - Number(isAfter(other.words)),
    );
    for (const field of fields) {
      const text = found.raw[field.key];
      if (typeof text !== 'string') continue;
      const { picks } = field.words;
      if (field.words.kind !== 'pick' || !picks) continue;
      const around = fields.find(({ key }) => key === field.words.within);
      if (around && textIn(found.raw, around.key) === undefined) {
        // Of nothing, nothing has that name: what is wrong is the field before.
        found.problems.push(`${around.words.label} is needed.`);
        continue;
      }
      if (around && lost.has(around.key)) continue;
      const number = (field.words.value ?? 'id') === 'id' ? rightId(text) : null;
      if (number) {
        take(found, field.key, text, number);
        continue;
      }
      const answer = await valueFor(field, picks, text, found.raw);
      if ('notAsked' in answer) {
        // It was asked of the field before: Enerflo said no to the install whose milestones were wanted.
        if (!around || !saidNo(answer.notAsked)) return answer;
        found.problems.push(`${around.words.label}: ${answer.notAsked.text}`);
      } else if ('problem' in answer) {
        lost.add(field.key);
        found.problems.push(answer.problem);
      } else if (answer.value !== text) {
        take(found, field.key, text, { ...answer, why: 'its id in Enerflo' });
        found.labels[field.key] = text;
      }
    }
    return found;
  };
}

/** Puts a value in the place of what stood there, and says so. */
function take({ raw, notes }: Found, field: string, from: string, righted: { value: string; why: string }) {
  const { value: to, why } = righted;
  raw[field] = to;
  notes.push({ kind: 'put-right', field, from, to, why });
}

/** Whether a field is found by the help of another. */
function isAfter({ within, narrowedBy }: FieldWords): boolean {
  return (within ?? narrowedBy) !== undefined;
}

function textIn(raw: JsonObject, field: string | undefined): string | undefined {
  return field === undefined ? undefined : String(raw[field] ?? '') || undefined;
}
