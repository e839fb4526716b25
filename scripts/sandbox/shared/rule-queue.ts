import { numbersFrom } from './numbers-from.ts';

/**
 * What every rule of misbehaviour may say besides what it does. `times` makes it a rule of the queue, used up in
 * order; without it the rule stands. `probability` lets it strike only sometimes, the same way each run with the
 * same `seed`.
 */
export type Queued = { times?: number; probability?: number; seed?: number };

/** What a stand-in was told to do. */
export type RuleQueue<Rule extends Queued> = {
  add: (rules: readonly Rule[]) => void;
  /** The rule for the next request among those that match, or null to behave well. Uses up one of its `times`. */
  next: (matches?: (rule: Rule) => boolean) => Rule | null;
  /** The rules as they stand; `times` is what is left. */
  show: () => Rule[];
  reset: () => void;
};

export function createRuleQueue<Rule extends Queued>(): RuleQueue<Rule> {
  let held: { rule: Rule; draw: () => number }[] = [];
  const strikes = ({ rule, draw }: (typeof held)[number]) => draw() < (rule.probability ?? 1);
  return {
    add: (rules) =>
      held.push(...rules.map((rule) => ({ rule: { ...rule }, draw: numbersFrom(rule.seed ?? 1) }))),
    next: (matches = () => true) => {
      const fitting = held.filter(({ rule }) => matches(rule));
      const queued = fitting.find(({ rule }) => rule.times !== undefined);
      if (queued && strikes(queued)) {
        const left = (queued.rule.times ?? 1) - 1;
        queued.rule = { ...queued.rule, times: left };
        if (left === 0) held = held.filter((one) => one !== queued);
        return queued.rule;
      }
      return fitting.find((one) => one.rule.times === undefined && strikes(one))?.rule ?? null;
    },
    show: () => held.map(({ rule }) => rule),
    reset: () => {
      held = [];
    },
  };
}
