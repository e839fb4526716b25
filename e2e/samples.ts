/** Bodies as the Enerflo guide prints them (steps 1.2 and 4.2), with made-up people and the fields a test changes. */
export function customer(changed: Record<string, unknown>) {
  return {
    webhook_event: 'new_customer',
    id: 2860314,
    external_id: null,
    first_name: 'Test',
    last_name: 'RCustomer',
    full_name: 'Test RCustomer',
    email: 'test@example.com',
    phone: '(000) 000-0000',
    address: {
      street: '123 Example St',
      city: 'Sample City',
      state: 'EX',
      zip: '12345',
      county: 'Example County',
    },
    customer_timezone: 'America/Chicago',
    lead_source: '',
    timestamps: {
      deleted_at: null,
      created_at: '2025-01-14 15:47:29',
      updated_at: '2025-01-14 15:47:29',
      timezone: 'UTC',
    },
    ...changed,
  };
}

export function install(changed: Record<string, unknown>) {
  return {
    body: {
      id: 4453459,
      epc_company_id: 1234,
      company_id: 1234,
      status_id: 4,
      created_at: '2024-08-09 15:31:41',
      updated_at: '2024-08-09 15:31:41',
      deleted_at: null,
      agreement_url: null,
      eventName: 'update_install',
      ...changed,
    },
  };
}
