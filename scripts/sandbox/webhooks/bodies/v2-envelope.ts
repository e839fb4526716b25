/** The uuids in every 2.0 payload: the organisation it is for and who set it off (field facts 4.2). */
export type Envelope = { targetOrg: string; initiatedBy: string };

/** In the one capture `payload` comes before `event`: the order of the keys is not fixed. */
export function v2Body(event: string, envelope: Envelope, payload: object): object {
  return { payload: { ...envelope, ...payload }, event };
}
