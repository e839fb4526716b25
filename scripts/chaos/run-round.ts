import { type Comparison, compare } from './compare.ts';
import type { Field } from './field.ts';
import { readLedger } from './ledger.ts';
import type { Scenario } from './scenarios.ts';
import { flowPaths } from './seed-flows.ts';
import { readStored } from './stored.ts';
import { type Struck, strikeWhileSending } from './strike-while-sending.ts';
import { untilSettled } from './until-settled.ts';

/** What came of one scenario in one round. */
export type ScenarioResult = Comparison & { name: string };

const numbersEach = 100_000;

/**
 * One round: the scenarios strike one after the other, `seconds` each; then everything is left to settle (a dead
 * worker's deliveries are taken over within 30 seconds, so once for all), and for each scenario the accounts of the
 * sender, the database and the stand-in CRM are compared. Events get numbers from `firstNumber` on.
 */
export async function runRound(
  field: Field,
  scenarios: readonly Scenario[],
  { firstNumber, seconds }: { firstNumber: number; seconds: number },
): Promise<{ results: ScenarioResult[]; nextNumber: number }> {
  const struck: Struck[] = [];
  for (const [index, scenario] of scenarios.entries()) {
    struck.push(
      await strikeWhileSending(field, scenario, { firstNumber: firstNumber + index * numbersEach, seconds }),
    );
  }
  const general: string[] = [];
  const left = await untilSettled(field.database.pool);
  if (left !== null) general.push(`after two minutes not settled: ${left}`);
  for (const part of Object.values(field.parts)) {
    if (part.hasEnded()) general.push(`${part.name} ended by itself`);
  }
  const results: ScenarioResult[] = [];
  for (const one of struck) results.push(await compareStruck(field, one));
  results[0]?.mismatches.unshift(...general);
  return { results, nextNumber: firstNumber + scenarios.length * numbersEach };
}

async function compareStruck(field: Field, { scenario, kills, sent }: Struck): Promise<ScenarioResult> {
  const from = sent[0]?.number ?? 0;
  const to = from + numbersEach - 1;
  const stored = await readStored(field.database.pool, from, to);
  const ledger = await readLedger(field.ledgerFile, from, to);
  const { counts, mismatches } = compare({ sent, ...stored, ledger, flowPaths });
  return { name: scenario.name, counts: { kills, ...counts }, mismatches };
}
