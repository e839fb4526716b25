/** A field and its value with something else between them than the sign that the search understands. */
export type OtherOperator = { path: string; operator: string; value: string };

const path = '((?:"(?:[^"\\\\]|\\\\.)*"|[^\\s"=<>!~≠≤≥])+)';
const bySign = new RegExp(`^${path}\\s*(!==?|===?|=~|!~|~=?|<>|[<>]=?|[≠≤≥])\\s*(\\S.*)$`, 's');
/** Names hold a dot: `Ada is …` is a text like any other. */
const byWord =
  /^([^\s"@=:]+[.[][^\s"@=:]+)\s+(contains|includes|like|matches|(?:starts|begins|ends) with|is(?: not)?)\s+(\S.*)$/is;

/** The operator of a search that means a field and is none, since fields are compared by `=` alone; null for others. */
export function otherOperator(q: string): OtherOperator | null {
  const text = q.trim();
  // `Ada Castillo <ada@example.com>`, as mail programs write it.
  if (/<[^<>]*>$/.test(text) || /^\S*:\/\//.test(text)) return null;
  const [, field, operator, value] = bySign.exec(text) ?? byWord.exec(text) ?? [];
  return field && operator && value ? { path: field, operator, value } : null;
}
