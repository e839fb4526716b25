import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { requestUrl } from '#lib/enerflo/request-url.ts';
import type { SideEffect } from '#lib/operations/operation.ts';
import { aboutRecords } from './about-records.ts';
import type { Preview, PutRight } from './action.schema.ts';
import type { ActionContext } from './action-context.ts';
import { inDoubtWords, sameInDoubt } from './assert-not-in-doubt.ts';
import { errorOf } from './attempt-of.ts';
import { besideOf } from './beside.ts';
import { doneBefore } from './done-before.ts';
import { findLookalikes } from './find-lookalikes.ts';
import { nameValues } from './name-values.ts';
import { type Asked, prepareInput } from './prepare-input.ts';
import { readToday } from './read-today.ts';
import { enerfloLink, subjectsOf } from './record-keys.ts';
import { seenOf } from './seen.ts';
import { undoPromised } from './undo-of.ts';
import { updatedToday } from './updated-today.ts';

/** The input as it would be sent. Asks nothing of Enerflo. Throws as `prepareInput` does. */
export async function putRightAction(context: ActionContext, asked: Asked): Promise<PutRight> {
  return (await prepareInput(context, asked)).put;
}

/**
 * What would be sent, beside what Enerflo has today, and what else would happen. Reads in Enerflo, changes nothing
 * there. Throws as `prepareInput` and `openEnerfloAccount` do.
 */
export async function previewAction(context: ActionContext, asked: Asked): Promise<Preview> {
  const { operation, put } = await prepareInput(context, asked);
  const account = await openEnerfloAccount(context, asked.connectionId);
  const { input } = put;
  const empty: Preview = {
    ...put,
    request: null,
    about: null,
    beside: [],
    seen: null,
    nothingChanges: false,
    sideEffects: [],
    lookalikes: [],
    undo: null,
    failure: null,
  };
  if (put.problems.length > 0) return empty;

  const timeZone = account.settings.timeZone ?? asked.timeZone ?? null;
  const same = { connectionId: account.connectionId, operation, input };
  const [today, alike, labels, doubt, before] = await Promise.all([
    readToday(account, operation, input, 'people'),
    findLookalikes(account, operation, input, 'people'),
    nameValues(context, account.connectionId, operation, input),
    sameInDoubt(context.db, same),
    doneBefore(context.db, { ...same, timeZone }),
  ]);
  const { current, failure } = today;
  const about = await aboutRecords(context, account.connectionId, {
    subjects: subjectsOf(operation, input),
    told: current?.about ?? null,
    share: 'people',
  });
  // One that is updated by our id of it is shown beside the new values; the request has all of them all the same.
  const shown = current ?? updatedToday(alike.found);
  const beside = besideOf(operation, input, shown, labels, timeZone);
  const changed = beside.filter(({ changes }) => changes).map(({ field }) => field);
  const nothingChanges = current !== null && beside.length > 0 && changed.length === 0;
  const request = operation.request(
    input,
    { settings: account.settings },
    current && !nothingChanges ? new Set(changed) : null,
  );
  const inDoubt: SideEffect[] = doubt
    ? [{ code: 'in-doubt', text: inDoubtWords(doubt), agree: !doubt.canLookUp }]
    : [];
  return {
    ...empty,
    request: {
      method: request.method,
      url: requestUrl(account.baseUrl, request),
      body: request.body ?? null,
    },
    about,
    beside,
    seen: shown && seenOf(shown),
    nothingChanges,
    sideEffects: nothingChanges
      ? []
      : [
          ...inDoubt,
          ...before,
          ...alike.warnings,
          ...(operation.sideEffects?.(input, current, timeZone) ?? []),
        ],
    lookalikes: alike.found.map(({ subject, values: _, ...like }) => ({
      ...like,
      kind: subject.kind,
      id: subject.id,
      link: enerfloLink(account.baseUrl, [subject]),
    })),
    undo: nothingChanges ? null : undoPromised(operation, input, current),
    failure: failure && errorOf(failure),
  };
}
