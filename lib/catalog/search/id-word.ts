import { salesforceId15 } from '../normalise/salesforce-id.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * An id in the form in which it is searched: a uuid in lower case, a Salesforce id in its short form of 15
 * characters, any other as it is (its case may count).
 */
export function idWord(id: string): string {
  return uuid.test(id) ? id.toLowerCase() : salesforceId15(id);
}
