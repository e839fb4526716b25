/**
 * A Salesforce id in its short form of 15 characters, which is the same for both spellings of one record
 * (the last three of 18 are a checksum); case counts. Any other text is returned as it is.
 */
export function salesforceId15(id: string): string {
  return /^[A-Za-z0-9]{18}$/.test(id) ? id.slice(0, 15) : id;
}
