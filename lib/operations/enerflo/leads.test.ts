import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { context, lynn, named, put, sentAt, settings, told } from '../testing/put-input.ts';
import { willBeUpdated } from '../will-be-updated.ts';

describe('a lead', () => {
  test('goes in the form of production use, with an id of ours', () => {
    const input = put('lead.add', { ...lynn, office_name: 'Tucson' });
    expect(named('lead.add').request(input, context, null)).toEqual({
      method: 'POST',
      path: '/api/v1/partner/action/lead/add',
      body: {
        lead: {
          first_name: 'Lynn',
          last_name: 'Kasper',
          email: 'lynn@example.com',
          mobile: '4805550134',
          address: '12 Elm St',
          city: 'Tucson',
          state: 'AZ',
          zip: '85701',
          office_name: 'Tucson',
          office_match: 'manual',
          integration_record_id: expect.stringMatching(/^heliograph-[\da-f]{32}$/),
        },
      },
    });
  });

  test('has the same id however it is written, another for another person, and keeps one that was given', () => {
    const idOf = (raw: JsonObject) => put('lead.add', raw).integration_record_id;
    const id = idOf(lynn);
    // Of leads that are in Enerflo by now: another id would add them once more.
    expect(id).toBe('heliograph-03c4bc12786a607e1dcd41d247744799');
    expect(idOf({ ...lynn, first_name: ' LYNN', address: '12  Elm St.', phone: '(480) 555-0199' })).toBe(id);
    expect(idOf({ ...lynn, first_name: 'Lyn' })).not.toBe(id);
    expect(idOf({ ...lynn, address: '14 Elm St' })).not.toBe(id);
    expect(idOf({ ...lynn, integration_record_id: 'CRM-1' })).toBe('CRM-1');
    expect(put('lead.add', lynn, { ...settings, leadRecordId: false })).not.toHaveProperty(
      'integration_record_id',
    );
  });

  test('has one id for one person however a name is typed, and others for the others of a household', () => {
    const idOf = (raw: JsonObject) => put('lead.add', raw).integration_record_id;
    const person = {
      ...lynn,
      first_name: 'Mary-Ann',
      last_name: 'O\u2019Hara Jr.',
      address: '12 P.O. Box #4',
    };
    const typed = { first_name: 'mary ann', last_name: "O'HARA Jr", address: '12 PO Box 4' };
    expect(idOf({ ...person, ...typed, email: 'LYNN@example.com' })).toBe(idOf(person));
    const others: JsonObject[] = [
      { last_name: "O'Hara Sr" },
      { email: 'l.ynn@example.com' },
      { zip: '85702' },
    ];
    for (const other of others) expect(idOf({ ...person, ...other })).not.toBe(idOf(person));
    expect(idOf({ ...lynn, last_name: '.' })).toMatch(/^heliograph-/);
  });

  test('without an e-mail address is a caution, without an address a problem', () => {
    const { email: _, ...without } = lynn;
    const right = told('lead.add', { ...without, address: ' ' });
    expect(right.cautions).toMatchObject([{ field: 'email' }]);
    expect(right.problems).toEqual([{ field: 'address', message: 'Street address is needed.' }]);
  });

  test.each<[string, Json]>([
    ['as seen', { status: 'success', customer_id: 5512, message: 'Lead Created' }],
    ['as seen nested, with a deal', { data: { deal_id: 9, lead: { id: 5512 } } }],
    ['as seen nested', { data: { lead: { id: 5512, updated_at: '2024-08-15 18:30:00' } } }],
  ])('tells its number from the answer %s', (_, body) => {
    expect(named('lead.add').answer(body, put('lead.add', lynn))).toMatchObject({
      words: 'The lead was added.',
      subjects: [{ kind: 'enerflo.customer', id: '5512' }],
    });
  });

  const row = {
    id: 5512,
    first_name: 'Lynn',
    last_name: 'KASPER',
    email: 'other@example.com',
    mobile: '(480) 555-0134',
    address: '12 Elm St.',
    city: 'Tucson',
    integrations: [],
  };

  test('is looked for by e-mail, phone, name and address, and what is alike is told', () => {
    const input = put('lead.add', lynn);
    const { requests, found } = named('lead.add').lookalikes ?? {};
    expect(requests?.(input, context).map(({ query }) => query?.search)).toEqual([
      'lynn@example.com',
      '4805550134',
      'Lynn Kasper',
      '12 Elm St',
    ]);
    const stranger = {
      ...row,
      id: 1,
      first_name: 'Ada',
      last_name: 'Moe',
      mobile: null,
      address: '1 Oak',
      email: '',
    };
    expect(found?.([{ dataCount: 2, data: [row, stranger] }, { data: [row] }, { data: [] }], input)).toEqual([
      {
        subject: { kind: 'enerflo.customer', id: '5512' },
        about: 'Lynn KASPER, 12 Elm St., Tucson',
        alike: ['name', 'phone', 'address'],
        integrationRecordId: null,
        // Of what the row does not tell nothing is said; it tells a phone in another form than we send it.
        values: {
          first_name: 'Lynn',
          last_name: 'KASPER',
          email: 'other@example.com',
          phone: '4805550134',
          address: '12 Elm St.',
          city: 'Tucson',
        },
      },
    ]);
  });

  test('that is there tells its values in the terms of each way to add one, and our id as the one that is sent', () => {
    const Partner = { Lead: { integration_record_id: 'CRM-1' } };
    const there = {
      ...row,
      lead_source: 'Door',
      office: { name: 'Tucson North' },
      integrations: { Partner },
    };
    const values = (name: string, more: JsonObject) =>
      named(name).lookalikes?.found([{ data: [there] }], put(name, { ...lynn, ...more }))[0]?.values;
    const lead = { integration_record_id: 'CRM-1', office_name: 'tucson north' };
    expect(values('lead.add', lead)).toMatchObject({ ...lead, lead_source: 'Door', phone: '4805550134' });
    const own = { customer_integration_id: 'CRM-1', customer_integration_record_type: 'Lead' };
    const install = { survey_type_id: '12', assign_to_email: 'rep@example.com', ...own };
    expect(values('lead-install.add', install)).toMatchObject({ ...own, address: '12 Elm St.' });
    expect(values('lead-install.add', install)).not.toHaveProperty('lead_source');
    // How a unit is told beside the street, no source says.
    expect(values('lead-install.add', { ...install, unit: '4' })).not.toHaveProperty('address');
  });

  test('that is there already tells our id of it, and is updated where that id is sent', () => {
    const found = (input: JsonObject, own: JsonObject) => {
      const [one] = named('lead.add').lookalikes?.found([{ data: [{ ...row, ...own }] }], input) ?? [];
      return one && { ownId: one.integrationRecordId, updated: willBeUpdated(one) };
    };
    const partner = { integrations: { Partner: { Lead: { integration_record_id: 'CRM-1' } } } };
    expect(found(put('lead.add', lynn), partner)).toEqual({ ownId: 'CRM-1', updated: false });
    expect(found(put('lead.add', lynn), { external_id: 'CRM-2' })).toEqual({
      ownId: null,
      updated: false,
    });
    const corrected = put('lead.add', { ...lynn, integration_record_id: 'CRM-1' });
    expect(found(corrected, partner)).toEqual({ ownId: 'CRM-1', updated: true });
    const other = put('lead.add', { ...lynn, integration_record_id: 'CRM-2' });
    expect(found(other, { external_id: 'CRM-2' })?.updated).toBe(false);
  });

  test('that is there already is updated by one with an install too, where the id and its kind are those of it', () => {
    const typed = { ...lynn, survey_type_id: '12', assign_to_email: 'rep@example.com' };
    const updated = (more: JsonObject, Partner: JsonObject) => {
      const input = put('lead-install.add', { ...typed, ...more });
      const there = { data: [{ ...row, integrations: { Partner } }] };
      const [one] = named('lead-install.add').lookalikes?.found([there], input) ?? [];
      return one && willBeUpdated(one);
    };
    const id = put('lead.add', lynn).integration_record_id ?? null;
    expect(updated({}, { Lead: { integration_record_id: id } })).toBe(true);
    expect(updated({}, { Lead: { integration_record_id: 'CRM-1' } })).toBe(false);
    expect(updated({ unit: '4' }, { Lead: { integration_record_id: id } })).toBe(false);
    const own = { customer_integration_id: 'C-1', customer_integration_record_type: 'Customer' };
    expect(updated(own, { Customer: { integration_record_id: 'C-1' } })).toBe(true);
    expect(updated(own, { Lead: { integration_record_id: 'C-1' } })).toBe(false);
  });

  test('is not read back as another one by an id that is not told to be ours', () => {
    const input = put('lead.add', lynn);
    const add = named('lead.add');
    const answer = add.answer({ customer_id: 5512 }, input);
    const told = (more: JsonObject) =>
      add.made?.values({ ...row, ...more }, answer, input)?.values.integration_record_id;
    expect(told({ external_id: null })).toBeUndefined();
    expect(told({ external_id: 'HUB-77' })).toBeUndefined();
    const maps = [{ integration_record_type: 'Lead', external_id: input.integration_record_id ?? null }];
    expect(told({ external_id: 'HUB-77', integration_maps: maps })).toBe(input.integration_record_id);
  });

  test('in the same street of another town it is somebody else', () => {
    const input = put('lead.add', lynn);
    const other = { ...row, first_name: 'Ada', mobile: null, address: '12 Elm St' };
    const found = (place: JsonObject) =>
      named('lead.add')
        .lookalikes?.found([{ data: [{ ...other, ...place }] }], input)
        .map(({ alike }) => alike);
    expect(found({ city: 'Phoenix', zip: '85004' })).toEqual([]);
    expect(found({ city: 'Phoenix', zip: null })).toEqual([]);
    expect(found({ city: 'Elsewhere by another name', zip: input.zip ?? null })).toEqual([['address']]);
    expect(found({ city: null, zip: null })).toEqual([['address']]);
  });

  test('of which no answer came is found only as it was sent', () => {
    const input = put('lead.add', lynn);
    const found = (data: Json) => named('lead.add').lookUp?.found({ data: [data] }, input, sentAt, context);
    const sent = { ...row, email: 'lynn@example.com' };
    expect(found(sent)).toMatchObject({ subjects: [{ kind: 'enerflo.customer', id: '5512' }] });
    expect(found(row)).toBeNull();
    expect(found({ ...sent, mobile: '4805550199' })).toBeNull();
    expect(found({ ...sent, email: 'l.ynn@example.com' })).toBeNull();
  });

  test('with more is found by our id first, though it is not as it was sent', () => {
    const input = put('lead.add-with-deal', { ...lynn, createDeal: '12' });
    const own = {
      ...row,
      id: 5513,
      address: '12 Elm Street N',
      mobile: '4805550199',
      integrations: { Partner: { Lead: { integration_record_id: input.integration_record_id ?? null } } },
      surveys: [],
    };
    const data = [{ ...row, email: 'lynn@example.com', surveys: [] }, own];
    expect(named('lead.add-with-deal').lookUp?.found({ data }, input, sentAt, context)).toMatchObject({
      partly: {
        subjects: [{ kind: 'enerflo.customer', id: '5513' }],
        whatToDo: expect.stringContaining('by our id'),
      },
    });
  });
});
