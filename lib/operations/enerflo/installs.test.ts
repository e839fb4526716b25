import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { context, named, put, sentAt, settings } from '../testing/put-input.ts';

describe('a milestone', () => {
  const list: Json = {
    results: [
      {
        id: 56788,
        install_milestone: { id: 2, notify_customer: 0 },
        title: 'Roof',
        completed_on: '2024-07-01',
      },
      {
        id: 56789,
        install_milestone: { id: 3, notify_customer: 1 },
        title: 'Permitting',
        completed_on: null,
      },
      { id: 56790, milestone_id: 4, title: 'PTO', completed_date: '0000-00-00', start_date: '2024-08-01' },
    ],
  };
  const raw = { install_id: '67890', milestone_id: '56789', completed_date: '2024-08-15' };
  const update = named('milestone.update');
  const now = (milestone_id: string, own = settings) =>
    update.current?.values(list, { ...raw, milestone_id }, { settings: own }) ?? null;

  test('is found in its list by the id that the account’s setting says', () => {
    expect(now('56789')).toMatchObject({
      values: { milestone_id: '56789', completed_date: null },
      labels: { milestone_id: 'Permitting' },
    });
    expect(now('56790')?.values).toMatchObject({ completed_date: null, start_date: '2024-08-01' });
    expect(now('3', { ...settings, milestoneId: 'definition' })?.labels).toEqual({
      milestone_id: 'Permitting',
    });
    expect(now('3')).toBeNull();
  });

  test('sends only what changes, and blank where a date is taken away', () => {
    const input = put('milestone.update', {
      ...raw,
      start_date: '2024-08-01',
      estimated_completion_date: null,
    });
    const body = (changed: string[] | null) =>
      update.request(input, context, changed && new Set(changed)).body;
    expect(body(['completed_date'])).toEqual({ completed_date: '2024-08-15' });
    expect(body(null)).toEqual({
      completed_date: '2024-08-15',
      start_date: '2024-08-01',
      estimated_completion_date: null,
    });
  });

  test('warns of an e-mail to the homeowner unless Enerflo says that there is none', () => {
    const codes = (milestoneId: string | null, input: JsonObject = raw) =>
      update
        .sideEffects?.(input, milestoneId === null ? null : now(milestoneId))
        .map(({ code, agree }) => [code, agree]);
    const warned = [['emails-homeowner', true]];
    expect(codes('56789')).toEqual(warned);
    expect(codes('56790')).toEqual(warned);
    expect(codes(null)).toEqual(warned);
    expect(codes('56788')).toEqual([]);
    expect(codes('56789', { ...raw, completed_date: null })).toEqual([]);
  });

  test('is undone to what was before, and only where that is known', () => {
    const answer = update.answer({}, raw);
    expect(update.undo?.input(raw, now('56789')?.values ?? null, answer)).toEqual({
      ...raw,
      completed_date: null,
    });
    expect(update.undo?.input(raw, {}, answer)).toBeNull();
    expect(update.undo?.input(raw, null, answer)).toBeNull();
  });

  test('of which no answer came is looked for by its dates', () => {
    const done = [{ id: 56789, details: { completed_on: '2024-08-15' } }];
    expect(update.lookUp?.found(done, raw, sentAt, context)).toMatchObject({ words: expect.any(String) });
    expect(update.lookUp?.found(list, raw, sentAt, context)).toBeNull();
  });
});

describe('a status', () => {
  const update = named('install.update-status');
  const raw = { install_id: '67890', status_id: '5' };

  test.each<[string, Json]>([
    ['documented', { id: 67890, status_id: 4, status_name: 'Active' }],
    ['captured', { id: 67890, status: { id: 4, name: 'Active' } }],
    ['wrapped', { data: { id: 67890, status_id: '4', status_name: 'Active' } }],
  ])('is read from the %s form, and set back to it', (_, body) => {
    const now = update.current?.values(body, raw, context) ?? null;
    expect(now).toMatchObject({ values: { status_id: '4' }, labels: { status_id: 'Active' } });
    expect(update.undo?.input(raw, now?.values ?? null, update.answer(body, raw))).toEqual({
      ...raw,
      status_id: '4',
    });
    expect(update.lookUp?.found(body, raw, sentAt, context)).toBeNull();
    expect(update.lookUp?.found(body, { ...raw, status_id: '4' }, sentAt, context)).not.toBeNull();
  });
});

test('an answer that does not tell what is looked for proves nothing', () => {
  const status = named('install.update-status').lookUp;
  expect(status?.tells({ id: 67890, status_name: 'Active' })).toBe(false);
  expect(status?.tells({ data: { id: 67890, status: { id: 4 } } })).toBe(true);
  const lists: Json[] = [
    [],
    { data: [] },
    { notes: {} },
    { results: [], total: 0 },
    { data: { 7: { id: 7 } } },
  ];
  const others: Json[] = [{}, null, 'Access', { notes: null }, { message: 'Later' }, { data: 'x' }];
  for (const name of ['note.add', 'note.delete', 'lead.add', 'appointment.create', 'milestone.update']) {
    const { tells } = named(name).lookUp ?? {};
    expect(lists.map((body) => tells?.(body))).toEqual(lists.map(() => true));
    expect(others.map((body) => tells?.(body))).toEqual(others.map(() => false));
  }
});

describe('a note', () => {
  const add = named('note.add');
  const input = { install_id: '67890', body: '[From Jane Smith in Heliograph]: Roof is fine.' };
  const row = {
    note_id: 771,
    id: 67890,
    epc_install_id: 67890,
    note: '[From Jane Smith in Heliograph]:  Roof is fine.\n',
    created_at: '2024-08-15 18:30:02',
    deleted_at: null,
  };
  const found = (notes: Json) => add.lookUp?.found({ notes, totalPages: 1 }, input, sentAt, context);

  test('of which no answer came is found by its text, install and time', () => {
    expect(add.lookUp?.request(input, context, sentAt).query).toMatchObject({
      created_after: '2024-08-15T18:29:00.000Z',
      orderDir: 'asc',
    });
    expect(found([row])).toMatchObject({ subjects: [{ kind: 'enerflo.note', id: '771' }, { id: '67890' }] });
    expect(found([{ ...row, created_at: '2024-08-15 17:00:00' }])).toBeNull();
    expect(found([{ ...row, epc_install_id: 1 }])).toBeNull();
    expect(found([{ ...row, deleted_at: '2024-08-15 18:31:00' }])).toBeNull();
    expect(found([])).toBeNull();
  });

  test.each([
    ['Smith &amp; Sons said &quot;call&quot;', 'Smith & Sons said "call"'],
    ['<p>Roof is fine.<br/>5 &lt; 6 &#39;kW&#x27;</p>', "Roof is fine.\n5 < 6 'kW'"],
  ])('is found although Enerflo tells it as %s', (note, text) => {
    const asked = { install_id: '67890', body: text };
    const body = { notes: [{ ...row, note }] };
    expect(add.lookUp?.found(body, asked, sentAt, context)).not.toBeNull();
    expect(add.made?.values(body, add.answer(null, asked), asked)?.values.body).toBe(text);
    expect(add.lookUp?.found(body, { ...asked, body: `${text}!` }, sentAt, context)).toBeNull();
  });

  test('keeps the id that the answer told, though another of the same text is listed', () => {
    const answer = add.answer({ ...row, note_id: 772 }, input);
    expect(add.made?.values({ notes: [row] }, answer, input)?.subjects?.[0]?.id).toBe('772');
  });

  test.each([
    ['2024-08-15 14:00:00', '2024-08-15T13:59:00.000Z'],
    ['2024-08-15 23:00:00', '2024-08-15T18:29:00.000Z'],
    [null, '2024-08-15T18:29:00.000Z'],
  ])('is read back by the time that Enerflo gave it (%s), where its clock is behind ours', (told, since) => {
    const answer = add.answer({ ...row, created_at: told }, input);
    expect(add.made?.request(answer, input, context, sentAt)?.query).toMatchObject({ created_after: since });
  });

  test('written as HTML comes back as its text', () => {
    const remove = named('note.delete');
    const which = { install_id: '67890', note_id: '771' };
    const told = { notes: [{ ...row, note: '<p>AT&amp;T meter</p><p>second line</p>' }] };
    const current = remove.current?.values(told, which, context);
    expect(current?.about).toBe('“AT&T meter second line”');
    const before = current?.values ?? null;
    expect(remove.undo?.input(which, before, remove.answer(null, which))).toEqual({
      install_id: '67890',
      body: 'AT&T meter\nsecond line',
    });
  });

  test('is undone by its own id, which the answer or reading back tells', () => {
    expect(add.undo?.input(input, null, add.answer(row, input))).toEqual({
      install_id: '67890',
      note_id: '771',
    });
    const silent = add.answer({ success: true }, input);
    expect(add.undo?.input(input, null, silent)).toBeNull();
    expect(add.made?.values({ notes: [row] }, silent, input)?.subjects?.[0]).toEqual({
      kind: 'enerflo.note',
      id: '771',
    });
  });

  test('that was deleted comes back as a new one with its old text', () => {
    const remove = named('note.delete');
    const which = { install_id: '67890', note_id: '771' };
    const before = remove.current?.values({ notes: [row] }, which, context)?.values ?? null;
    const again = remove.undo?.input(which, before, remove.answer(null, which));
    expect(again && put('note.add', again)).toEqual(input);
    expect(remove.lookUp?.found({ notes: [row] }, which, sentAt, context)).toBeNull();
    expect(
      remove.lookUp?.found(
        { notes: [{ ...row, deleted_at: '2024-08-15 19:00:00' }] },
        which,
        sentAt,
        context,
      ),
    ).not.toBeNull();
  });
});
