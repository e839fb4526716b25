/** The page of a thing that is kept here, by its id here: a cancellation case has one of its own. */
export function recordHref(kind: string, id: string): `/records/${string}` | `/cancellations/${string}` {
  return kind === 'sunnova.cancellation' ? `/cancellations/${id}` : `/records/${id}`;
}
