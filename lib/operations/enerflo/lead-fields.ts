import { field } from '../field.ts';

/** Whom a lead is: the six that Enerflo needs, and how to reach them (enerflo guide 1.1, field facts 0.6). */
export const personFields = {
  first_name: field.text('First name', { personal: true }),
  last_name: field.text('Last name', { personal: true }),
  email: field
    .email('E-mail', {
      personal: true,
      missed:
        'Enerflo’s guide asks for an e-mail address. It takes leads without one, but nobody can write to them.',
    })
    .optional(),
  phone: field
    .phone('Phone', { personal: true, missed: 'Without a phone number nobody can call the lead.' })
    .optional(),
  address: field.text('Street address', { personal: true }),
  city: field.text('City', { personal: true }),
  state: field.state('State'),
  zip: field.zip('ZIP code', { personal: true }),
};

/** Everything that adding a lead takes (field facts 5.1). */
export const leadFields = {
  ...personFields,
  lead_source: field.text('Lead source').optional(),
  lead_status: field.text('Lead status').optional(),
  assign_to_email: field
    .userByEmail('Assign to', { hint: 'Without it Enerflo chooses by ZIP code and office.' })
    .optional(),
  setter_email: field.userByEmail('Setter').optional(),
  office_name: field
    .officeByName('Office', { hint: 'Without it Enerflo chooses one by ZIP code.' })
    .optional(),
  add_note: field.note('Note', { personal: true }).optional(),
  integration_record_id: field
    .text('Our id of this lead', {
      hint: 'Made from name, e-mail or phone, and address. Sent again, the same id updates the lead instead of doubling it.',
    })
    .optional(),
};
