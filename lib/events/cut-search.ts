/** Records whose events a search looks for, at most. */
export const mostRecords = 200;

/** What is said where a search fits more records than that. */
export const cutSearchWords = `More than ${mostRecords} records fit this search: only the events of ${mostRecords} of them are looked through. Add the first name to a last name, the house number to a street.`;
