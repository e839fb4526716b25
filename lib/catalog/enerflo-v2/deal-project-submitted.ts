import type { EventType } from '../event-type.ts';
import { hasAll } from '../keys.ts';
import { envelopeIds } from './envelope-ids.ts';
import { isPayload } from './payload.ts';
import { submissionFiles, submissionRecords } from './submission-records.ts';

export const dealProjectSubmitted: EventType = {
  name: 'enerflo.v2.deal.projectSubmitted',
  source: 'enerflo',
  vendorName: 'deal.projectSubmitted',
  label: 'Project submitted',
  trigger:
    'A deal of my sales organisation was submitted to an installer, or submitted again after it was voided.',
  guideStage: 'guide step 2',
  receivedBy: 'sales organisation',
  evidence: 'documented',
  twin: {
    name: 'enerflo.v2.deal.projectReceived',
    preferTwin: false,
    why: 'A company that sells and installs gets both for one submission; of this one the payload is known.',
  },
  shape: 'known',
  claims: (core) => isPayload(core) && hasAll(core, 'deal', 'customer'),
  records: submissionRecords,
  idsFrom: envelopeIds,
  timeFrom: [],
  coreFields: [],
  volatile: submissionFiles,
  samples: [
    {
      title: 'As printed in the guide, step 2',
      evidence: 'documented',
      text: `{
"event": "deal.projectSubmitted",
"payload": {
"targetOrg": "88888888-0e5f-4996-8f74-28c75ddb48b9",
"initiatedBy": "296af00b-3c04-45bd-82a4-a2ece88171eb",
"deal": {
"id": "59886cce-2504-4da8-b63a-25b088e97b46",
"shortCode": "b9sqedcvp",
"state": {
"hasSubmittedProject": true,
"hasApprovedDesign": true,
"hasCreatedProposal": true
}
},
"customer": {
"id": "f6ac5e81-ef2d-4981-863a-86bbb4590601",
"firstName": "Firsty",
"lastName": "Lasty"
}
}
}`,
    },
    {
      title: 'With files, design and pricing, as captured, with made-up values',
      evidence: 'captured',
      text: `{
  "payload": {
    "targetOrg": "88888888-0e5f-4996-8f74-28c75ddb48b9",
    "initiatedBy": "296af00b-3c04-45bd-82a4-a2ece88171eb",
    "customer": {
      "id": "0b1f6f0e-7f0c-4a35-9a55-6a7d3c1f2e10",
      "firstName": "Ada",
      "lastName": "Sample"
    },
    "deal": {
      "id": "2f6d0f6a-5d5b-4f0e-8d2b-0b7c9a1e3d44",
      "shortCode": "k3w8zt1qm",
      "salesRep": { "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7" },
      "files": [
        {
          "id": "d1e7a3c2-1111-4d5e-9a0b-3c4d5e6f7a81",
          "name": "contract.pdf",
          "source": "signed-contract",
          "url": "https://files.example.com/contract.pdf?AWSAccessKeyId=made-up&Expires=1760000000&Signature=made-up",
          "isPublic": false
        }
      ],
      "state": {
        "hasDesign": true,
        "hasCreatedProposal": true,
        "hasGeneratedContract": true,
        "hasApprovedContract": true,
        "hasSignedContract": true,
        "hasSubmittedFinancingApplication": true,
        "hasSignedFinancingDocs": true,
        "hasSubmittedProject": true,
        "noDocumentsToSign": false,
        "contractApprovalEnabled": true,
        "financingStatus": "approved",
        "signedContractFiles": [
          {
            "name": "contract.pdf",
            "externalUrl": "https://files.example.com/contract.pdf?Expires=1760000000&Signature=made-up"
          }
        ],
        "notes-comments": "Dog in the yard"
      }
    },
    "design": {
      "id": "5a8f0c9b-2b4d-4c6e-8f10-9d8e7f6a5b4c",
      "files": [],
      "arrays": [],
      "totalSystemSizeWatts": 8200
    },
    "proposal": {
      "id": "e4d3c2b1-3333-4a5b-8c9d-0e1f2a3b4c5d",
      "files": [],
      "financeProduct": {},
      "pricingOutputs": {
        "deal": {
          "org": { "id": "88888888-0e5f-4996-8f74-28c75ddb48b9" },
          "installer": { "id": "77777777-1c2d-4e3f-9a8b-5c6d7e8f9a0b" },
          "state": {},
          "projectAddress": {
            "lat": 42.0695,
            "lng": -72.6148,
            "line1": "9 Example Way",
            "line2": null,
            "line3": null,
            "city": "Agawam",
            "state": "MA",
            "country": "US",
            "postalCode": 1001,
            "fullAddress": "9 Example Way, Agawam, MA 01001"
          }
        },
        "design": {
          "arrays": [{ "module": { "model": "SX-410", "manufacturer": "Example Solar", "capacity": 410 }, "moduleCount": 20 }],
          "inverters": [{ "model": "IX-8", "manufacturer": "Example Inverters", "count": 20, "isMicro": true }],
          "batteries": [],
          "batteryCount": 0,
          "mountingType": "roof",
          "roofMaterial": "asphalt shingle",
          "offset": 1.04,
          "firstYearProduction": 9500,
          "totalSystemSizeWatts": 8200,
          "inverterCount": 20,
          "utility": { "name": "Example Power" }
        },
        "financeProduct": { "name": "Loan 25 years", "termMonths": 300, "financeMethodName": "Loan" },
        "downPayment": 0,
        "netCost": 24600,
        "grossCost": 28700,
        "netPPW": 3,
        "grossPPW": 3.5,
        "dealerFee": 4100,
        "systemSizeWatts": 8200
      }
    }
  },
  "event": "deal.projectSubmitted"
}`,
    },
  ],
};
