import { describe, expect, test } from 'vitest';
import { fieldsOf, idsOf, readSample } from './reading.fixture.ts';

describe('what the Enerflo guide prints', () => {
  test('step 1.2: a new customer', () => {
    const reading = readSample('enerflo.v1.new_customer');
    expect(reading).toMatchObject({
      about: 'Test RCustomer',
      occurredAt: '2025-01-14T15:47:29.000Z',
      complete: true,
    });
    expect(reading.records).toMatchObject([
      { kind: 'enerflo.customer', id: '2860314', main: true, clock: '2025-01-14T15:47:29.000Z' },
    ]);
    expect(fieldsOf(reading, 'enerflo.customer')).toMatchObject({
      firstName: 'Test',
      phone: '(000) 000-0000',
      city: 'Sample City',
      zip: '12345',
      latitude: 12.345678,
      leadSource: null,
      externalId: null,
      timeZone: 'America/Chicago',
      deletedAt: null,
    });
    expect(fieldsOf(reading, 'enerflo.customer')).not.toHaveProperty('mobile');
    expect(reading.notes).toEqual(['Enerflo customer: Email is not an e-mail address: kept as written.']);
  });

  test('step 2: a submitted project', () => {
    const reading = readSample('enerflo.v2.deal.projectSubmitted');
    expect(reading).toMatchObject({ about: 'Firsty Lasty', occurredAt: null, complete: true, notes: [] });
    expect(fieldsOf(reading, 'enerflo.deal')).toEqual({
      shortCode: 'b9sqedcvp',
      customerId: 'f6ac5e81-ef2d-4981-863a-86bbb4590601',
      hasApprovedDesign: true,
      hasCreatedProposal: true,
      hasSubmittedProject: true,
    });
    expect(idsOf(reading, 'enerflo.deal')).toEqual(['59886cce-2504-4da8-b63a-25b088e97b46']);
    expect(idsOf(reading, 'enerflo.org')).toEqual(['88888888-0e5f-4996-8f74-28c75ddb48b9']);
  });

  test('step 3.2: a milestone that is done', () => {
    const reading = readSample('enerflo.v1.project_milestone_updated');
    expect(reading.records).toMatchObject([
      { kind: 'enerflo.milestone', id: '56789', main: true, clock: '2024-09-30T13:58:09.000Z' },
      { kind: 'enerflo.install', id: '4453459', main: false, fields: [] },
    ]);
    expect(fieldsOf(reading, 'enerflo.milestone')).toMatchObject({
      title: 'Project Submitted',
      completedOn: '2024-09-30',
      dueOn: null,
      definitionId: '1234',
      installId: '4453459',
    });
  });

  test('step 4.2: an install whose status is an id only', () => {
    const reading = readSample('enerflo.v1.update_install');
    expect(reading).toMatchObject({ about: '4453459', occurredAt: '2024-08-09T15:31:41.000Z' });
    expect(fieldsOf(reading, 'enerflo.install')).toMatchObject({ statusId: 4, deletedAt: null });
    expect(fieldsOf(reading, 'enerflo.install')).not.toHaveProperty('status');
    expect(reading.records).toHaveLength(1);
  });

  test('step 5.2: a note', () => {
    const reading = readSample('enerflo.v1.new_install_note');
    expect(fieldsOf(reading, 'enerflo.note')).toMatchObject({
      text: 'Permitting approved. Ready to schedule installation.',
      authorId: '40773',
      hasFile: false,
    });
    expect(idsOf(reading, 'enerflo.install')).toEqual(['4453459']);
    expect(idsOf(reading, 'enerflo.deal')).toEqual(['2459008']);
  });

  test('step 6: a signed change order', () => {
    const reading = readSample('enerflo.v1.signed_change_order');
    expect(reading.occurredAt).toBe('2024-09-16T18:40:42.000Z');
    expect(reading.records).toMatchObject([{ kind: 'enerflo.change-order', id: '6543210' }]);
    expect(fieldsOf(reading, 'enerflo.change-order')).toMatchObject({
      status: 'complete',
      signedAt: '2024-09-16T18:40:42.000Z',
      pdfUrl: 'https://assets.enerflo.io/docflo_pdfs/executed/change_order.pdf',
    });
  });
});

describe('what Sunnova prints', () => {
  test('a lead with its appointment', () => {
    const reading = readSample('sunnova.lead-assignment');
    expect(reading.about).toBe('Ali Shahid');
    expect(fieldsOf(reading, 'sunnova.lead')).toMatchObject({
      status: 'Open',
      phone: '+13072412568',
      zip: '03087',
      leadSource: 'Web-Sol',
      latitude: 34.159033,
      appointmentStartsAt: '2024-03-30T19:58:28.000Z',
      appointmentMinutes: 30,
      repName: 'Test Rep',
    });
  });

  test('a lead whose status changed', () => {
    const reading = readSample('sunnova.lead-status');
    expect(reading.records[0]).toMatchObject({ kind: 'sunnova.lead', id: '00QU8000003gTVJ', clock: null });
    expect(fieldsOf(reading, 'sunnova.lead')).toMatchObject({
      status: 'Appointment Set with Dealer',
      email: 'mishael.ajide@sunnova.com',
      street: null,
      leadId: '00QU8000003gTVJMA2',
    });
  });

  test('a credit check', () => {
    const reading = readSample('sunnova.credit-status');
    expect(reading.records[0]?.id).toBe('a8k2R000000YYCj|2020-06-01T19:23:06.000Z');
    expect(fieldsOf(reading, 'sunnova.credit')).toMatchObject({
      status: 'Passed',
      expiresAt: '2020-09-01T19:23:06.000Z',
    });
  });

  test('a signed contract, with its lead', () => {
    const reading = readSample('sunnova.contract-signed');
    expect(reading).toMatchObject({ about: 'TESTFirstname Test' });
    expect(fieldsOf(reading, 'sunnova.contract')).toMatchObject({
      sunnovaId: 'UD004487427',
      isConverted: true,
    });
    expect(idsOf(reading, 'sunnova.system-project')).toEqual(['a8u8L0000004GcX']);
    expect(idsOf(reading, 'external')).toEqual(['5c7aa3e4-493f-4036-bfbd-ef2aaed3448f']);
    expect(fieldsOf(reading, 'sunnova.lead')).toMatchObject({ city: 'SHERMAN OAKS', status: 'Open' });
  });

  test('a completed design', () => {
    const reading = readSample('sunnova.design-complete');
    expect(fieldsOf(reading, 'sunnova.design')).toMatchObject({ status: 'Complete' });
    expect(idsOf(reading, 'sunnova.lead')).toEqual(['00Q05000002LEzB']);
  });

  test('a change order, of whose two stages the last counts', () => {
    const reading = readSample('sunnova.change-order');
    expect(reading.about).toBe('SNV-PB-4901369');
    expect(fieldsOf(reading, 'sunnova.change-order')).toMatchObject({
      status: 'Approved',
      stage: 'Substantial',
      signatureRequired: true,
    });
  });

  test('a project block', () => {
    const reading = readSample('sunnova.project-block');
    expect(reading.about).toBe('a8uE00000004EBj · Document - Upload · Design Package');
    expect(fieldsOf(reading, 'sunnova.project-block')).toMatchObject({
      status: 'Submitted',
      approvedAt: '2024-02-07T20:25:02.000Z',
      rejectionCount: null,
      systemCode: 'NS0343',
    });
  });

  test('a cancellation case', () => {
    const reading = readSample('sunnova.cancellation-case');
    expect(reading).toMatchObject({ about: 'ERIC SEABERG', occurredAt: '2024-06-08T21:49:03.000Z' });
    expect(reading.records[0]).toMatchObject({
      id: 'a8u4W0000011bdN|2024-05-09T21:49:52.000Z',
      clock: '2024-06-08T21:49:03.000Z',
    });
    expect(fieldsOf(reading, 'sunnova.cancellation')).toMatchObject({
      status: 'Closed',
      reason: 'Excessive Time to Complete',
      requestedOn: '2024-05-09',
      isSaved: false,
      zip: '34221',
      latitude: 27.5154373,
    });
  });
});
