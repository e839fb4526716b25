import { implement, ORPCError } from '@orpc/server';
import type { Actor } from '#lib/audit/audit.ts';
import { allows } from '#lib/auth/roles.ts';
import { assertSameOrigin } from '#lib/auth/same-origin.ts';
import { AppError, type FieldProblem } from '#lib/errors.ts';
import type { Services } from '#lib/runtime/services.ts';
import { refusedValue } from '../refused-value.ts';
import { apiContract } from './contract.ts';
import { hidePersonal } from './hide-personal.ts';

/** What every request brings: the services of the process, and who asks (answerApi lets nobody else in). */
export type ApiContext = {
  services: Services;
  request: Request;
  requestId: string;
  /** The network address of who asks. */
  address: string | null;
  actor: Actor;
};

/** What an error of ours carries besides its code and message. */
export type ProblemData = { fields: FieldProblem[]; retryAfter?: number };

/**
 * The implementer of the contract. Before every handler: the role that the contract declares, and for a change
 * made with a cookie the same origin. After it: personal values are hidden from those who may not see them, and our
 * expected errors become the API's.
 */
export const procedure = implement(apiContract)
  .$context<ApiContext>()
  .use(async ({ context, next, path, procedure: called }) => {
    try {
      const { actor } = context;
      const { role } = called['~orpc'].meta;
      if (role === null) throw new Error('a procedure declares no role');
      if (!allows(actor.role, role)) {
        throw new AppError('FORBIDDEN', `This needs the role ${role}; yours is ${actor.role}.`);
      }
      assertSameOrigin(context.request);
      const result = await next();
      return { ...result, output: await hidePersonal(context.services.db, actor, path, result.output) };
    } catch (error) {
      const known = error instanceof AppError ? error : refusedValue(error);
      if (!known) throw error;
      const data: ProblemData = { fields: known.fields, retryAfter: known.retryAfter };
      throw new ORPCError(known.code, { status: known.status, message: known.message, data });
    }
  });
