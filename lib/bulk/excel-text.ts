/** `="x"`, quotation marks within it doubled: the formula by which Excel keeps a text from becoming a number. */
const formula = /^="([^"]*(?:""[^"]*)*)"$/;
/** The apostrophe by which a number, a formula or a number with a plus is marked as text. */
const marked = /^'[\d=+]/;

/** The text that Excel means by a cell without white space around it; any other cell is what it is. */
export function excelText(cell: string): string {
  const text = formula.exec(cell)?.[1];
  if (text !== undefined) return text.replaceAll('""', '"');
  return marked.test(cell) ? cell.slice(1) : cell;
}
