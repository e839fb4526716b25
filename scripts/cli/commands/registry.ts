import type { Command } from '../command.ts';
import { connection } from './connection.ts';
import { doCommand } from './do.ts';
import { exportCommand } from './export.ts';
import { operationsCommand } from './operations.ts';
import { rebuild } from './rebuild.ts';
import { send } from './send.ts';
import { token } from './token.ts';
import { types } from './types.ts';
import { user } from './user.ts';

/** Every command, in the order of `--help`. A new one is one file and one line here. */
export const commands: readonly Command[] = [
  send,
  types,
  connection,
  user,
  rebuild,
  token,
  exportCommand,
  operationsCommand,
  doCommand,
];
