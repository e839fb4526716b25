import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { context, lynn, named, put, sentAt, told } from '../testing/put-input.ts';

describe('an appointment', () => {
  const raw = {
    customer: 5512,
    appointment_type: '7',
    start: '2024-08-20 14:00',
    end: '2024-08-20T15:00',
    user: 'rep@example.com',
  };
  const live = {
    id: 31,
    appointment_type: { id: 7, name: 'Site visit' },
    times: { unix: { unix_time: 1724162400, unix_time_end: 1724166000 } },
    assignee: { id: 1, email: 'rep@example.com' },
    customer: { id: 5512, first_name: 'Lynn', last_name: 'Kasper' },
  };

  test('goes with numbers and times in UTC as Enerflo writes them', () => {
    const input = put('appointment.create', raw);
    expect(named('appointment.create').request(input, context, null).body).toEqual({
      customer: 5512,
      appointment_type: 7,
      start: '2024-08-20 14:00:00',
      end: '2024-08-20 15:00:00',
      user: 'rep@example.com',
    });
    const backwards = told('appointment.create', { ...raw, end: '2024-08-20 13:00' });
    expect(backwards.problems).toEqual([{ field: 'end', message: 'It must end after it begins.' }]);
  });

  test('is found by its start in either form of the answer, and its times are set back', () => {
    const input = put('appointment.create', raw);
    const create = named('appointment.create');
    const flat = { enerflo_apt_id: 31, tz: 'America/Phoenix', start_time: '2024-08-20 07:00:00' };
    for (const row of [live, flat]) {
      expect(create.lookUp?.found({ data: [row] }, input, sentAt, context)).toMatchObject({
        subjects: [{ kind: 'enerflo.appointment', id: '31' }, { kind: 'enerflo.customer' }],
      });
    }
    const change = named('appointment.change');
    const moved = put('appointment.change', {
      customer_id: '5512',
      appointment_id: '31',
      start: '2024-08-21 14:00',
    });
    const now = change.current?.values(live, moved, context) ?? null;
    expect(now?.about).toBe('Lynn Kasper');
    expect(change.undo?.input(moved, now?.values ?? null, change.answer({}, moved))).toEqual({
      ...moved,
      start: '2024-08-20T14:00:00Z',
    });
  });
});

describe('an appointment at the time of another one', () => {
  const create = named('appointment.create');
  const at = (start: string, end: string) => ({
    start: `2024-08-20 ${start}:00`,
    end: `2024-08-20 ${end}:00`,
  });
  const input = put('appointment.create', { customer: 5512, appointment_type: '7', ...at('14:00', '15:00') });
  const effects = (facts: JsonObject) =>
    create.sideEffects?.(input, { values: {}, about: null, stamp: null, facts }, 'America/Phoenix') ?? [];
  const warned = (...rows: JsonObject[]) => {
    const effect = effects(create.current?.also?.facts({ data: rows }, input) ?? {}).find(
      ({ agree }) => agree,
    );
    return effect?.text ?? null;
  };
  const visit = { id: 31, appointment_type: { id: 7, name: 'Site visit' } };

  test('is made only where somebody says so, however little of that time they share', () => {
    const words =
      'This customer has an appointment at that time already: Site visit, Tue, Aug 20, 2024, 07:00';
    expect(warned({ ...visit, ...at('14:00', '15:00') })).toBe(`${words} – 08:00 MST.`);
    const shared = [at('13:00', '14:01'), at('14:59', '16:00'), at('13:00', '16:00'), at('14:20', '14:40')];
    for (const times of shared) expect(warned({ ...visit, ...times })).not.toBeNull();
    // One of which Enerflo tells no end is at its start.
    expect(warned({ id: 31, start: '2024-08-20 14:00:00' })).not.toBeNull();
    const two = warned({ ...visit, ...at('14:00', '15:00') }, { id: 32, ...at('14:30', '15:30') });
    expect(two).toBe(
      'This customer has appointments at that time already: Site visit, Tue, Aug 20, 2024, 07:00 – 08:00 MST; Tue, Aug 20, 2024, 07:30 – 08:30 MST.',
    );
  });

  test('one before or after it, and one that was called off, is none', () => {
    for (const times of [at('13:00', '14:00'), at('15:00', '16:00')])
      expect(warned({ ...visit, ...times })).toBeNull();
    const same = { ...visit, ...at('14:00', '15:00') };
    expect(
      warned({ ...same, status: 'Cancelled' }, { ...same, deleted_at: '2024-08-19 10:00:00' }),
    ).toBeNull();
    expect(warned()).toBeNull();
  });

  test('where Enerflo tells no list that is said, and keeps nobody from making it', () => {
    expect(effects(create.current?.also?.facts({ message: 'no' }, input) ?? {})).toContainEqual({
      code: 'appointments-not-told',
      text: 'Enerflo did not tell whether this customer has an appointment at that time already.',
      agree: false,
    });
  });
});

describe('an appointment in doubt', () => {
  const create = named('appointment.create');
  const input = put('appointment.create', {
    customer: 5512,
    appointment_type: '7',
    start: '2024-08-20 14:00',
    end: '2024-08-20 15:00',
  });
  const row = { enerflo_apt_id: 31, start: '2024-08-20 14:00:00', end: '2024-08-20 15:00:00' };
  const found = (more: JsonObject) => {
    const seen = create.lookUp?.found({ results: [{ ...row, ...more }] }, input, sentAt, context);
    return seen && 'words' in seen ? seen.subjects[0]?.id : undefined;
  };

  test('is found where times are told as they are sent, and is not another that was called off or of another type', () => {
    expect(found({})).toBe('31');
    expect(found({ appointment_type: { id: 7 } })).toBe('31');
    expect(found({ appointment_type: { id: 8 } })).toBeUndefined();
    expect(found({ status: 'cancelled' })).toBeUndefined();
    expect(found({ deleted_at: '2024-08-15 18:00:00' })).toBeUndefined();
    expect(found({ end: '2024-08-20 16:00:00' })).toBeUndefined();
  });

  test('of which the answer tells no id is read back out of the customer’s list', () => {
    const answer = create.answer({ success: true }, input);
    expect(create.made?.request(answer, input, context, sentAt)?.path).toBe(
      '/api/v3/customers/5512/appointments',
    );
    expect(create.made?.values({ data: [row] }, answer, input)).toMatchObject({
      values: { start: input.start, end: input.end },
      subjects: [{ kind: 'enerflo.appointment', id: '31' }, { id: '5512' }],
    });
    // That the customer is there does not count as the appointment being as asked.
    expect(create.current?.values({ id: 5512, first_name: 'Lynn' }, input, context)?.values).toEqual({});
  });
});

test('an appointment of which one time is moved past the other needs a word before it is sent', () => {
  const change = named('appointment.change');
  const ids = { customer_id: '5512', appointment_id: '31' };
  const now = {
    values: { start: '2024-08-20T14:00:00Z', end: '2024-08-20T15:00:00Z' },
    about: null,
    stamp: null,
  };
  const asked = (times: JsonObject) =>
    change.sideEffects?.(put('appointment.change', { ...ids, ...times }), now).filter(({ agree }) => agree);
  expect(asked({ start: '2024-08-20 15:30' })).toMatchObject([{ code: 'ends-too-early' }]);
  expect(asked({ end: '2024-08-20 13:30' })).toMatchObject([{ code: 'ends-too-early' }]);
  expect(asked({ start: '2024-08-20 14:30' })).toEqual([]);
  expect(asked({ start: '2024-08-20 15:30', end: '2024-08-20 16:30' })).toEqual([]);
  expect(asked({ user: 'rep@example.com' })).toEqual([]);
});

describe('a customer', () => {
  const update = named('customer.update');
  const raw = { customer_id: '5512', phone: '480 555 0134', email: null, agent_user_id: '40773' };

  test('sends only what changes, and is set back to what it was', () => {
    const input = put('customer.update', raw);
    const now = update.current?.values(
      {
        id: 5512,
        first_name: 'Lynn',
        phone: '(480) 555-0199',
        email: 'lynn@example.com',
        agent_user: { id: 9, name: 'Rep One' },
      },
      input,
      context,
    );
    expect(update.request(input, context, new Set(['phone'])).body).toEqual({ phone: '4805550134' });
    expect(update.request(input, context, null).body).toEqual({
      phone: '4805550134',
      email: null,
      agent_user_id: 40773,
    });
    expect(now?.labels).toEqual({ agent_user_id: 'Rep One' });
    expect(update.undo?.input(input, now?.values ?? null, update.answer({}, input))).toEqual({
      customer_id: '5512',
      phone: '4805550199',
      email: 'lynn@example.com',
      agent_user_id: '9',
    });
  });

  test('whose e-mail address came in lower case has what was asked for', () => {
    const input = put('customer.update', { customer_id: '5512', email: 'Lynn.K@example.com' });
    const body = { id: 5512, email: 'lynn.k@example.com' };
    expect(update.lookUp?.found(body, input, sentAt, context)).not.toBeNull();
    expect(update.lookUp?.found({ ...body, email: 'lynnk@example.com' }, input, sentAt, context)).toBeNull();
  });

  test('is changed by number only, and the field says so', () => {
    const right = told('customer.update', { ...raw, customer_id: 'f6ac5e81-ef2d-4981-863a-86bbb4590601' });
    expect(right.problems).toEqual([
      { field: 'customer_id', message: expect.stringContaining('by their number only') },
    ]);
  });
});

describe('what is read back of a lead', () => {
  const made = (name: string) => named(name).made;
  const answer = { words: 'The lead was added.', subjects: [], data: null };

  test.each<[string, JsonObject, JsonObject]>([
    ['an empty owner', { owner: [], agent_user_id: 512 }, {}],
    ['a user whom the key may not see', { agent_user: null, agent_user_id: 512 }, {}],
    ['the id of the older API', { owner: [], agent_id: 77 }, {}],
    ['an office that the key may not see', { office: null, office_id: 12 }, {}],
    [
      'nobody and no office',
      { agent_user_id: null, office: [] },
      { assign_to_email: null, office_name: null },
    ],
    ['nothing of either', {}, {}],
  ])('tells that nobody is there only where no id says otherwise: %s', (_, row, told) => {
    const { assign_to_email, office_name } =
      made('lead.add')?.values({ id: 1, ...row }, answer, put('lead.add', lynn))?.values ?? {};
    expect(JSON.parse(JSON.stringify({ assign_to_email, office_name }))).toEqual(told);
  });

  test('has no deal only where its row in the list tells so', () => {
    const input = put('lead.add-with-deal', { ...lynn, createDeal: '4' });
    const customer = { ...answer, subjects: [{ kind: 'enerflo.customer', id: '7' }] };
    const values = (row: JsonObject) =>
      made('lead.add-with-deal')?.also?.values({ data: [row], dataCount: 1 }, customer, input, sentAt);
    expect(values({ id: 7, surveys: [] })).toBe('not-yet');
    expect(values({ id: 7 })).toBeNull();
    expect(values({ id: 8, surveys: [] })).toBeNull();
  });

  test('is not as asked where its appointment came at another time, and not listed yet where only older ones are', () => {
    const times = { start: '2024-08-20 14:00', end: '2024-08-20 15:00' };
    const input = put('lead.add-with-appointment', { ...lynn, appointment_type: '7', ...times });
    const shifted = { enerflo_apt_id: 31, start: '2024-08-20 21:00:00', end: '2024-08-20 22:00:00' };
    const values = (more: JsonObject) =>
      made('lead.add-with-appointment')?.also?.values(
        { results: [{ ...shifted, ...more }] },
        answer,
        input,
        sentAt,
      );
    expect(values({ created_at: '2024-08-15 18:30:04' })).toMatchObject({
      values: { start: '2024-08-20T21:00:00Z' },
      subjects: [{ kind: 'enerflo.appointment', id: '31' }],
    });
    expect(values({ created_at: '2024-08-15 18:30:04', status: 'cancelled' })).toBe('not-yet');
    expect(values({ created_at: '2024-08-01 09:00:00' })).toBe('not-yet');
    expect(values({})).toBe('not-yet');
    expect(made('lead.add-with-appointment')?.also?.values({ id: 7 }, answer, input, sentAt)).toBeNull();
  });
});
