import type { z } from 'zod';
import type { JsonObject } from '#lib/json.ts';
import type { Operation, OperationFor } from './operation.ts';

/** An entry of the registry: its functions are written for the input that its schema tells, and checked against it. */
export function defineOperation<S extends z.ZodObject>(
  entry: OperationFor<z.output<S>> & { input: S },
): Operation {
  const { current, named, made, lookUp, lookalikes, undo, whenNotAllowed, sideEffects, ...rest } = entry;
  const read = (input: JsonObject) => entry.input.parse(input);
  return {
    ...rest,
    request: (input, context, changed) => entry.request(read(input), context, changed),
    answer: (body, input) => entry.answer(body, read(input)),
    ...(current && {
      current: {
        request: (input, context) => current.request(read(input), context),
        values: (body, input, context) => current.values(body, read(input), context),
        ...(current.also && { also: factsOf(current.also, read) }),
      },
    }),
    ...(named && {
      named: {
        lacksId: named.lacksId,
        request: (input, context) => named.request(read(input), context),
        withId: (body, list, input) => named.withId(body, list, read(input)),
      },
    }),
    ...(made && {
      made: {
        request: (answer, input, context, sentAt) => made.request(answer, read(input), context, sentAt),
        values: (body, answer, input) => made.values(body, answer, read(input)),
        ...(made.also && { also: alsoOf(made.also, read) }),
      },
    }),
    ...(lookUp && {
      lookUp: {
        request: (input, context, sentAt) => lookUp.request(read(input), context, sentAt),
        found: (body, input, sentAt, context) => lookUp.found(body, read(input), sentAt, context),
        tells: lookUp.tells,
        ...(lookUp.next && { next: nextOf(lookUp.next, read) }),
      },
    }),
    ...(lookalikes && {
      lookalikes: {
        requests: (input, context) => lookalikes.requests(read(input), context),
        found: (bodies, input) => lookalikes.found(bodies, read(input)),
      },
    }),
    ...(undo && {
      undo: { ...undo, input: (input, before, answer) => undo.input(read(input), before, answer) },
    }),
    ...(whenNotAllowed && {
      whenNotAllowed: {
        ...whenNotAllowed,
        requests: (input) => whenNotAllowed.requests(read(input)),
        input: (bodies, list, input) => whenNotAllowed.input(bodies, list, read(input)),
      },
    }),
    ...(sideEffects && { sideEffects: (input, now, zone) => sideEffects(read(input), now, zone) }),
  };
}

function factsOf<I>(
  also: NonNullable<NonNullable<OperationFor<I>['current']>['also']>,
  read: (input: JsonObject) => I,
): NonNullable<NonNullable<Operation['current']>['also']> {
  return {
    request: (input, context) => also.request(read(input), context),
    facts: (body, input) => also.facts(body, read(input)),
  };
}

function nextOf<I>(
  next: NonNullable<NonNullable<OperationFor<I>['lookUp']>['next']>,
  read: (input: JsonObject) => I,
): NonNullable<NonNullable<Operation['lookUp']>['next']> {
  return {
    ...next,
    found: (body, answer, input, sentAt) => next.found(body, answer, read(input), sentAt),
  };
}

function alsoOf<I>(
  also: NonNullable<NonNullable<OperationFor<I>['made']>['also']>,
  read: (input: JsonObject) => I,
): NonNullable<NonNullable<Operation['made']>['also']> {
  return {
    request: (answer, input) => also.request(answer, read(input)),
    values: (body, answer, input, sentAt) => also.values(body, answer, read(input), sentAt),
    what: also.what,
    notYet: also.notYet,
  };
}
