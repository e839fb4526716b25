import { z } from 'zod';

const problemSchema = z.object({
  detail: z.string(),
  code: z.string().default('INTERNAL'),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
  requestId: z.string().nullish(),
});

/** Why a request was not carried out, in words for the one who sent it. */
export type Problem = z.infer<typeof problemSchema>;

/** Posts JSON; gives the problem the server answered with, or null when it did as asked. */
export async function sendJson(path: string, body: unknown): Promise<Problem | null> {
  const { problem } = await askJson(path, body);
  return problem ?? null;
}

/** Posts JSON and gives what the server answered, or the problem. */
export async function askJson(
  path: string,
  body: unknown,
): Promise<{ answer: unknown; problem?: never } | { problem: Problem }> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { answer };
    const parsed = problemSchema.safeParse(answer);
    return { problem: parsed.success ? parsed.data : unreadable(response.status) };
  } catch {
    return { problem: unreached };
  }
}

const unreached: Problem = {
  code: 'UNREACHED',
  detail: 'Heliograph did not answer. Check your connection, or whether it is running, and try again.',
  fields: [],
};

function unreadable(status: number): Problem {
  return {
    code: 'INTERNAL',
    detail: `Heliograph answered with an error (${status}). Try again in a moment.`,
    fields: [],
  };
}
