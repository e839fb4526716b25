/** An instant as Enerflo's API takes and tells times: `2024-08-15 18:30:00`, in UTC. */
export function enerfloTime(instant: string | Date): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
