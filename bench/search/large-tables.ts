/**
 * Those with a row for each event, delivery or record, which no question may read whole. Of the cases, which are some
 * thousands, a whole reading may be the best.
 */
export const largeTables = [
  'event',
  'event_state',
  'event_search',
  'event_effect',
  'delivery',
  'record',
  'record_word',
];
