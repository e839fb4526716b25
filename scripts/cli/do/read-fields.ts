import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { optionOf } from './option-of.ts';

/** What stands behind `do OPERATION`. */
export type DoOptions = {
  account: string;
  input: JsonObject;
  zone: string | undefined;
  author: string | undefined;
  agreed: string[];
  yes: boolean;
};

/** The options of `do` for one operation: its fields, and those that every operation has. Throws AppError INVALID. */
export function readFields(operation: Operation, args: string[]): DoOptions {
  const fields = operationFields(operation);
  const own = Object.fromEntries(fields.map(({ key }) => [optionOf(key), { type: 'string' as const }]));
  const options: NonNullable<ParseArgsConfig['options']> = {
    ...own,
    account: { type: 'string' },
    zone: { type: 'string' },
    author: { type: 'string' },
    agree: { type: 'string', multiple: true },
    blank: { type: 'string', multiple: true },
    yes: { type: 'boolean' },
  };
  const { values } = parseArgs({ args: args.map(withDashes), options });
  const { account, zone, author, agree, blank, yes } = values;
  if (typeof account !== 'string') throw new AppError('INVALID', 'Say in which account: --account NAME.');
  const emptied = new Set(listOf(blank).map(withoutDashes));
  const input: JsonObject = {};
  for (const { key, blank: canBeBlank } of fields) {
    const given = values[optionOf(key)];
    if (typeof given === 'string') input[key] = given;
    if (!emptied.delete(withoutDashes(key))) continue;
    if (!canBeBlank) throw new AppError('INVALID', `Enerflo does not take ${key} empty.`);
    input[key] = null;
  }
  for (const unknown of emptied) throw new AppError('INVALID', `--blank: there is no field ${unknown}.`);
  return {
    account,
    input,
    zone: textOf(zone),
    author: textOf(author),
    agreed: listOf(agree),
    yes: yes === true,
  };
}

/** `--install_id` is taken like `--install-id`; values are left alone. */
function withDashes(word: string): string {
  return word.replace(/^--[a-z_A-Z]+/, optionOf);
}

function withoutDashes(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
