import { AppError } from '#lib/errors.ts';
import type { PickKind } from '#lib/operations/field-words.ts';
import { readAccountSettings } from '../account-settings.ts';
import type { Choice, ChoiceValue } from '../enerflo.contract.ts';
import type { EnerfloAccess, EnerfloAccount, Share } from '../enerflo-call.ts';
import { EnerfloError } from '../enerflo-error.ts';
import { openEnerfloAccount } from '../open-enerflo-account.ts';
import type { ChoiceQuery, ChoiceReader } from './choice-reader.ts';
import { matching, namedFirst } from './matching.ts';
import { choiceReaders } from './registry.ts';
import { shortly } from './short-cache.ts';

export type ChoicesInput = {
  /** The account. */
  id: string;
  picks: PickKind;
  q?: string;
  within?: string;
  value: ChoiceValue;
  /** That of the reader, for times in labels where the account has none. */
  timeZone?: string;
  /** For whom Enerflo is asked; people unless told. */
  share?: Share;
};

export type Choices = {
  items: Choice[];
  more: boolean;
  failure: { text: string; whatToDo: string } | null;
};

const mostShown = 50;

/**
 * What can be chosen by name in an Enerflo account: what is known here, and what Enerflo has. Where Enerflo cannot be
 * asked, `failure` says why beside what is known here. Throws NOT_FOUND where there is no such account.
 */
export async function findChoices(access: EnerfloAccess, input: ChoicesInput): Promise<Choices> {
  const reader = choiceReaders[input.picks];
  const { settings } = await readAccountSettings(access.db, input.id);
  const query: ChoiceQuery = {
    q: (input.q ?? '').trim(),
    within: input.within?.trim() || null,
    value: input.value,
    timeZone: settings.timeZone ?? input.timeZone ?? 'UTC',
  };
  if (reader.needsWithin && query.within === null) return { items: [], more: false, failure: null };
  const place = { db: access.db, connectionId: input.id, settings };
  const here = async () => (await reader.local?.(place, query)) ?? [];
  const there = remote(access, input, reader, query);
  const known = await (reader.way === 'list' ? listed(there, here) : merged(there, here()));
  const fitting = reader.way === 'search' ? namedFirst(known, query.q) : matching(known, query.q);
  const unlisted = reader.unlisted?.(query.q) ?? null;
  const found =
    unlisted && fitting.every(({ value }) => value !== unlisted.value) ? [...fitting, unlisted] : fitting;
  const { failure } = await there;
  return { items: found.slice(0, mostShown), more: found.length > mostShown, failure };
}

/** Of a list Enerflo's word is the whole of it; all the records here are gone through only where it gave none. */
async function listed(there: Promise<Remote>, here: () => Promise<Choice[]>): Promise<Choice[]> {
  return (await there).choices ?? here();
}

/** Else what is known here stays in front, in Enerflo's words. */
async function merged(there: Promise<Remote>, here: Promise<Choice[]>): Promise<Choice[]> {
  const [{ choices }, known] = await Promise.all([there, here]);
  return [...new Map([...known, ...(choices ?? [])].map((choice) => [choice.value, choice])).values()];
}

type Remote = { choices: Choice[] | null; failure: Choices['failure'] };

async function remote(
  access: EnerfloAccess,
  { id, picks, share = 'people' }: ChoicesInput,
  reader: ChoiceReader,
  query: ChoiceQuery,
): Promise<Remote> {
  // A single letter would find half of the company.
  if (!reader.remote || (reader.way === 'search' && query.q.length === 1))
    return { choices: null, failure: null };
  const { remote: read, keepMs = 0 } = reader;
  try {
    const account = asking(await openEnerfloAccount(access, id), share);
    const choices = await shortly(cacheKey(account, picks, reader, query), keepMs, () =>
      read(account, query),
    );
    return { choices, failure: null };
  } catch (error) {
    if (error instanceof EnerfloError) {
      const { text, whatToDo } = error.failure;
      return { choices: null, failure: { text, whatToDo } };
    }
    if (error instanceof AppError && error.code === 'INVALID') {
      return { choices: null, failure: { text: error.message, whatToDo: '' } };
    }
    throw error;
  }
}

/** Readers ask as for people; for bulk each of their calls goes with its share, and waits as long as bulk does. */
function asking(account: EnerfloAccount, share: Share): EnerfloAccount {
  if (share === 'people') return account;
  return {
    ...account,
    call: (request, { signal }) => account.call(request, { share, signal }),
  };
}

/** What is sought through here is kept whole, whatever is looked for in it. */
function cacheKey(
  { connectionId, baseUrl, settings }: EnerfloAccount,
  picks: PickKind,
  { way, tellsTimes }: ChoiceReader,
  { q, within, value, timeZone }: ChoiceQuery,
): string {
  const sought = way === 'search' ? q.toLowerCase() : '';
  const zone = tellsTimes ? timeZone : null;
  return JSON.stringify([connectionId, baseUrl, settings.milestoneId, picks, sought, within, value, zone]);
}
