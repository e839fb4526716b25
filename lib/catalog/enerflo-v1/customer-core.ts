/** Enerflo sends copies of a customer without any of these; such a copy tells nothing. */
export const customerCoreFields = [
  'first_name',
  'last_name',
  'full_name',
  'email',
  'phone',
  'address.street',
  'address.full_address',
] as const;
