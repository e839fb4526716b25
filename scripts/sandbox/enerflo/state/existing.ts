/** The row of this id. Asking for one that is not there is a mistake of the caller: the API looks first. */
export function existing<Row>(table: ReadonlyMap<number, Row>, id: number, name: string): Row {
  const row = table.get(id);
  if (row === undefined) throw new Error(`The stand-in has no ${name} ${id}.`);
  return row;
}
