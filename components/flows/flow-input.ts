import { type FieldErrors, type FieldPath, get, set } from 'react-hook-form';
import type { DestinationDto } from '#lib/destinations/destination.schema.ts';
import { type FlowInput, flowInputSchema } from '#lib/flows/flow.schema.ts';
import { readConstant } from './constant.ts';
import type { FlowValues } from './flow-values.ts';

type Problem = { field: string; message: string };

/** The input that the form's values make, or what is wrong with them. `stored` is the destination as it is saved. */
export function flowInputOf(
  values: FlowValues,
  stored: DestinationDto | null,
): { input: FlowInput } | { problems: Problem[] } {
  const parsed = flowInputSchema.safeParse(candidate(values));
  const problems = [...ownProblems(values, stored)];
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
    problems.push(...issues);
  }
  return parsed.success && problems.length === 0 ? { input: parsed.data } : { problems };
}

/** Whether the password or token that is stored can be kept: it only ever goes where it was given for. */
export function keepsSecret(values: FlowValues['destination'], stored: DestinationDto | null): boolean {
  return (
    stored?.hasSecret === true &&
    stored.auth === values.auth &&
    originOf(stored.url) === originOf(values.url.trim())
  );
}

/** Problems as react-hook-form keeps them, each at the field of the form where it can be mended. */
export function errorsAt(problems: readonly Problem[], values: FlowValues): FieldErrors<FlowValues> {
  const errors: FieldErrors<FlowValues> = {};
  for (const { field, message } of problems) {
    const place = placeOf(field, values) ?? 'root';
    if (!get(errors, place)) set(errors, place, { type: 'wrong', message });
  }
  return errors;
}

/** The field of the form that an input's field is typed in; null where there is none. */
export function placeOf(field: string, values: FlowValues): FieldPath<FlowValues> | null {
  const header = /^destination\.headers\.(.*)$/s.exec(field)?.[1];
  if (header !== undefined) {
    const index = values.destination.headers.findIndex(({ name }) => name.trim() === header);
    return index === -1 ? null : `destination.headers.${index}.name`;
  }
  const row = /^rows\.(\d+)\.(target|source|constantText)/.exec(field);
  if (row) {
    const index = Number(row[1]);
    if (row[2] === 'target') return `rows.${index}.target`;
    return values.rows[index]?.kind === 'constant' ? `rows.${index}.constantText` : `rows.${index}.source`;
  }
  return plainFields.find((name) => name === field) ?? null;
}

const plainFields = [
  'name',
  'connectionId',
  'eventTypes',
  'destination.name',
  'destination.method',
  'destination.url',
  'destination.auth',
  'destination.username',
  'destination.secret',
  'ordering',
  'rows',
] as const satisfies readonly FieldPath<FlowValues>[];

function candidate({ destination, rows, ...values }: FlowValues) {
  const { headers, username, secret, ...plain } = destination;
  return {
    ...values,
    destination: {
      ...plain,
      headers: Object.fromEntries(
        headers
          .map(({ name, value }) => [name.trim(), value] as const)
          .filter(([name, value]) => name !== '' || value !== ''),
      ),
      username: plain.auth === 'basic' ? username : undefined,
      secret: plain.auth === 'none' || secret === '' ? undefined : secret,
    },
    rows: rows.map(({ target, ...row }) => {
      if (row.kind === 'field') return { target, source: row.source ?? { kind: 'field', path: '' } };
      const read = readConstant(row);
      return { target, source: { kind: 'constant', value: 'value' in read ? read.value : null } };
    }),
  };
}

/** What the shared schema cannot see, or says in words that do not fit a form. The first word at a field counts. */
function* ownProblems(
  { connectionId, destination, rows }: FlowValues,
  stored: DestinationDto | null,
): Generator<Problem> {
  if (connectionId === '') yield { field: 'connectionId', message: 'Choose an account.' };
  const { auth, username, secret, headers, url } = destination;
  if (url.trim() === '') yield { field: 'destination.url', message: 'Give the address.' };
  if (auth === 'basic' && username.trim() === '')
    yield { field: 'destination.username', message: 'Give the user name.' };
  if (auth !== 'none' && secret === '' && !keepsSecret(destination, stored)) {
    const what = auth === 'basic' ? 'password' : 'token';
    const again = stored?.hasSecret ? ' again, since the address or the way of signing in changed' : '';
    yield { field: 'destination.secret', message: `Give the ${what}${again}.` };
  }
  const names = headers.map(({ name }) => name.trim());
  for (const name of names) {
    if (name !== '' && names.indexOf(name) !== names.lastIndexOf(name))
      yield { field: `destination.headers.${name}`, message: `The header ${name} is there twice.` };
  }
  for (const [index, row] of rows.entries()) {
    if (row.target.trim() === '') yield { field: `rows.${index}.target`, message: 'Name the field to fill.' };
    if (row.kind === 'field' && row.source === null)
      yield { field: `rows.${index}.source`, message: 'Choose a field, or a fixed value.' };
    const read = row.kind === 'constant' ? readConstant(row) : null;
    if (read && 'problem' in read) yield { field: `rows.${index}.constantText`, message: read.problem };
  }
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
