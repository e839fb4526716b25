import type { Seeded } from '../seeded.ts';

/** An Enerflo 1.0 `update_install` in its flat form, about 700 bytes (field facts 4.6). `id` is the install's. */
export function updateInstall(made: Seeded, id: string): string {
  const first = made.pick(['Ada', 'Bruno', 'Carmen', 'Dmitri', 'Esra', 'Femi']);
  const last = made.pick(['Abara', 'Bauer', 'Castillo', 'Dahl', 'Eriksen', 'Fontaine']);
  const updated = `2026-0${made.int(1, 9)}-${made.int(10, 28)} ${made.int(10, 23)}:${made.int(10, 59)}:${made.int(10, 59)}`;
  const body = {
    webhook_event: 'update_install',
    id: Number(id),
    status: { id: made.int(1, 400), name: made.pick(['Active', 'On Hold', 'Completed', 'Site survey']) },
    sales_company_id: made.int(100, 999),
    install_company_id: made.int(100, 999),
    office_id: made.int(1000, 9999),
    market_id: made.int(100, 999),
    agreement_id: made.int(100_000, 999_999),
    deal_id: made.int(100_000, 999_999),
    customer: {
      id: made.int(1_000_000, 9_999_999),
      external_id: made.chars(15, '0123456789ABCDEFabcdef'),
      first_name: first,
      last_name: last,
      full_name: `${first} ${last}`,
      email: `${first}.${last}.${made.chars(5, '0123456789')}@example.com`.toLowerCase(),
      phone: `(${made.int(200, 989)}) 555-01${made.int(10, 99)}`,
      address: {
        street: `${made.int(1, 9999)} Juniper Way`,
        city: 'Tucson',
        state: 'AZ',
        zip: `857${made.int(10, 99)}`,
      },
    },
    agent: { id: made.int(1000, 9999), full_name: 'Iris Vance', email: 'iris.vance@example.com' },
    timestamps: { deleted_at: null, created_at: '2026-01-05 16:20:11', updated_at: updated, timezone: 'UTC' },
  };
  return JSON.stringify(body);
}
