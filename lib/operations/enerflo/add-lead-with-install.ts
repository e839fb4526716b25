import { z } from 'zod';
import { readClock } from '#lib/catalog/read-record.ts';
import { enerfloInstall } from '#lib/catalog/records/enerflo-install.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { defineOperation } from '../define-operation.ts';
import { field } from '../field.ts';
import { filled } from '../filled.ts';
import { requestPath } from '../operation-request.ts';
import { isList, rowOf, textOf } from '../read-answer.ts';
import { aboutInstall } from './about.ts';
import { customerValues } from './customer-values.ts';
import {
  alikeIn,
  integrationRecordIdOf,
  type Person,
  searchCustomers,
  searchesFor,
} from './customers-found.ts';
import { installFound } from './install-of-lead.ts';
import { personFields } from './lead-fields.ts';
import { hasMadeInstallId, leadInstallIds } from './lead-install-ids.ts';

const toldKeys = new Set([...Object.keys(personFields), 'assign_to_email']);

/**
 * POST /api/v1/lead-installs: a customer with an install in one request, past the steps of a sale (field facts 5.8). The
 * two keys of which no source tells the name (the sales organisation, the consent to text messages) are not sent.
 */
export const addLeadWithInstall = defineOperation({
  name: 'enerflo.lead-install.add',
  label: 'Add a lead with an install',
  words:
    'Adds a customer together with an install project, as for projects sold elsewhere. With the same ids of yours, it updates both.',
  guideStep: null,
  evidence: 'documented',
  role: 'admin',
  kind: 'write',
  about: null,
  ownIds: ['customer_integration_id', 'install_integration_id'],
  input: z
    .strictObject({
      survey_type_id: field.count('Deal type id', 1_000_000_000, {
        hint: 'A number that Enerflo’s build team gives to your company.',
      }),
      assign_to_email: field.userByEmail('Assign to'),
      ...personFields,
      email: field.email('E-mail', { personal: true }),
      phone: field.phone('Phone', { personal: true }),
      unit: field.text('Unit', { personal: true }).optional(),
      notes: field.note('Note', { personal: true }).optional(),
      last_completed_milestone: field.text('Last completed milestone').optional(),
      complete_previous_milestones: field.yesNo('Complete the milestones before it').optional(),
      system_cost: field.number('System cost').optional(),
      system_size: field.number('System size').optional(),
      date_signed: field
        .date('Signed on', {
          missed:
            'Without it nobody can tell this contract from another of the same homeowner, deal type, size and cost.',
        })
        .optional(),
      install_integration_id: field
        .text('Your id of the install', {
          hint: 'Made from that of the customer, deal type, unit, day signed, size and cost. Sent again, the same id updates the install. To correct one of these, give the id that the install has.',
          missed: 'Without your id of it, sending it again may make another install.',
        })
        .optional(),
      install_integration_record_type: field.text('Kind of your id of the install').optional(),
      customer_integration_id: field
        .text('Your id of the customer', {
          hint: 'Made from name, e-mail and address with its unit, as for a lead. Sent again, the same id updates the customer.',
          missed: 'Without your id of it, sending it again may make another customer.',
        })
        .optional(),
      customer_integration_record_type: field.text('Kind of your id of the customer').optional(),
    })
    .refine((input) => !input.install_integration_id === !input.install_integration_record_type, {
      path: ['install_integration_record_type'],
      error: 'Give the id of the install and its kind together.',
    })
    .refine((input) => !input.customer_integration_id === !input.customer_integration_record_type, {
      path: ['customer_integration_record_type'],
      error: 'Give the id of the customer and its kind together.',
    }),
  request: ({ phone, ...input }) => ({
    method: 'POST',
    path: '/api/v1/lead-installs',
    body: filled({ ...input, mobile: phone }),
  }),
  answer: (body) => {
    const row = rowOf(body) ?? {};
    const ids = [
      ['enerflo.install', textOf(row, 'install_id', 'install.id')],
      ['enerflo.customer', textOf(row, 'customer_id', 'customer.id', 'lead_id')],
    ] as const;
    return {
      words: 'The lead and its install were added or updated.',
      subjects: ids.flatMap(([kind, id]) => (id === null ? [] : [{ kind, id }])),
      data: body,
    };
  },
  made: {
    request: ({ subjects }) => {
      const install = subjects.find(({ kind }) => kind === 'enerflo.install');
      return install ? { method: 'GET', path: requestPath`/api/v3/installs/${install.id}` } : null;
    },
    values: (body, _answer, { unit }) => {
      const row = rowOf(body);
      const values = row && isJsonObject(row.customer) ? toldOf(row.customer, unit) : {};
      return row && { values, about: aboutInstall(row), stamp: readClock(enerfloInstall, row) };
    },
  },
  fills: (input, { settings }) => (settings.leadRecordId ? leadInstallIds(input) : {}),
  lookUp: {
    tells: isList,
    request: ({ email }) => searchCustomers(email),
    found: (body, input, sentAt) => installFound(body, personOf(input), sentAt),
  },
  lookalikes: {
    requests: searchesFor,
    found: (bodies, input) =>
      alikeIn(bodies, personOf(input), (row) => ({ ...toldOf(row, input.unit), ...idOf(row, input) })),
  },
  noUndo: 'A lead with its install cannot be taken back from here: delete both in Enerflo.',
  sideEffects: (input) => [
    {
      code: 'completes-change-order',
      text: 'If the install is there already, every change of it makes a change order that counts as completed.',
      agree: true,
    },
    ...(hasMadeInstallId(filled(input))
      ? [
          {
            code: 'adds-install',
            text: 'Another install is added where deal type, unit, day signed, size or cost are not those that were sent before. To correct one that is there, give the id that it has.',
            agree: false,
          },
        ]
      : []),
    {
      code: 'few-webhooks',
      text: 'Enerflo tells only its essential webhooks of this: other systems may not hear of it. Messages of milestones are not sent.',
      agree: false,
    },
  ],
});

/** What a customer's row tells of these fields. How a unit is told beside the street, no source says. */
function toldOf(row: JsonObject, unit: string | undefined): JsonObject {
  const told = Object.entries(customerValues(row)).filter(([key]) => toldKeys.has(key));
  return Object.fromEntries(told.filter(([key]) => unit === undefined || key !== 'address'));
}

/** Our id of a customer, with its kind: where it has one of that kind. */
function idOf(
  row: JsonObject,
  { customer_integration_record_type: kind }: { customer_integration_record_type?: string },
): JsonObject {
  const id = integrationRecordIdOf(row, kind);
  return id === null || kind === undefined
    ? {}
    : { customer_integration_id: id, customer_integration_record_type: kind };
}

/** Its customer, by the id and the kind that this endpoint has for it. */
function personOf(
  input: Person & { customer_integration_id?: string; customer_integration_record_type?: string },
) {
  const { customer_integration_id, customer_integration_record_type, ...person } = input;
  return {
    ...person,
    integration_record_id: customer_integration_id,
    integration_record_type: customer_integration_record_type,
  };
}
