/** Paths of a 2.0 customer of which an empty copy fills none; some copies of customer.created come empty. */
export function customerCoreFields(at: string): readonly string[] {
  const keys = ['firstName', 'lastName', 'email', 'phone', 'mobile', 'address.line1', 'address.fullAddress'];
  return keys.map((key) => `${at}.${key}`);
}
