import { type EnerfloSettings, enerfloSettingsSchema } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { JsonObject } from '#lib/json.ts';

/** One example request of the guide. */
export type GuideRequest = {
  /** `3.1`: where the guide prints it. */
  step: string;
  operation: string;
  /** What a person types to send it. */
  raw: JsonObject;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  /** Cut from the guide, word for word. */
  printed: string;
  /** The body within it, with what the page of the guide hides put back; null for none. */
  body: string | null;
};

/** The forms of the guide, where practice knows others. */
export const guideSettings: EnerfloSettings = enerfloSettingsSchema.parse({
  leadBody: 'flat',
  leadPhone: 'phone',
  leadRecordId: false,
  installSlash: true,
  noteProduct: 'Salesforce',
});

/** Who writes the guide's note. */
export const guideAuthor = 'Sarah Johnson';

const lead = `{
"first_name": "Jane",
"last_name": "Doe",
"email": "[email protected]",
"phone": "5551234567",
"address": "123 Solar Way",
"city": "San Diego",
"state": "CA",
"zip": "92101"
}`;

/** Every example request of the guide, in its order. */
export const guideRequests: readonly GuideRequest[] = [
  {
    step: '1.1',
    operation: 'enerflo.lead.add',
    raw: {
      first_name: 'Jane',
      last_name: 'Doe',
      email: 'jane.doe@example.com',
      phone: '(555) 123-4567',
      address: '123 Solar Way',
      city: 'San Diego',
      state: 'California',
      zip: '92101-0001',
    },
    method: 'POST',
    path: '/api/v1/partner/action/lead/add',
    printed: `POST: /api/v1/partner/action/lead/add\n${lead}`,
    // The page of the guide hides e-mail addresses from robots.
    body: lead.replace('[email protected]', 'jane.doe@example.com'),
  },
  {
    step: '2',
    operation: 'enerflo.install.find-by-deal',
    raw: { deal_id: '59886cce-2504-4da8-b63a-25b088e97b46' },
    method: 'GET',
    path: '/api/v3/installs/find/59886cce-2504-4da8-b63a-25b088e97b46',
    printed: 'GET /api/v3/installs/find/59886cce-2504-4da8-b63a-25b088e97b46',
    body: null,
  },
  {
    step: '3.1',
    operation: 'enerflo.milestone.update',
    raw: { install_id: 67890, milestone_id: '3', completed_date: '8/15/2024' },
    method: 'PUT',
    path: '/api/v3/installs/67890/milestones/3',
    printed: `PUT /api/v3/installs/67890/milestones/3
{
"completed_date": "2024-08-15"
}`,
    body: `{
"completed_date": "2024-08-15"
}`,
  },
  {
    step: '4.1',
    operation: 'enerflo.install.update-status',
    raw: { install_id: '67890', status_id: 5 },
    method: 'PUT',
    path: '/api/v3/installs/67890/',
    printed: `PUT /api/v3/installs/67890/
{
"status_id": 5
}`,
    body: `{
"status_id": 5
}`,
  },
  {
    step: '5.1',
    operation: 'enerflo.note.add',
    raw: {
      install_id: '67890',
      body: '<p>Customer confirmed roof access is available starting Aug&nbsp;20.</p>',
    },
    method: 'POST',
    path: '/api/v3/installs/67890/notes',
    printed: `POST /api/v3/installs/67890/notes
{
"body": "[From Sarah Johnson in Salesforce]: Customer confirmed roof access is available starting Aug 20."
}`,
    body: `{
"body": "[From Sarah Johnson in Salesforce]: Customer confirmed roof access is available starting Aug 20."
}`,
  },
];
