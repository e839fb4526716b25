/** A row of Sunnova's table of cancellation reasons. */
type ReasonRow = readonly [reason: string, definition: string];

/** A reason with its definitions: one, or two where Sunnova lists the reason twice. */
export type CancellationReason = { reason: string; definitions: readonly string[] };

/**
 * The 49 rows of the table, in its order and its words (Sunnova's webhook page, "Cancellation Reasons"). "Customer
 * unresponsive During Install process" is listed twice, so there are 48 reasons. White space around the texts is
 * dropped; their misspellings are Sunnova's.
 */
export const reasonRows: readonly ReasonRow[] = [
  ['Credit not passed', "Customer didn't pass credit threshold"],
  [
    'Customer unresponsive During Install process',
    'Customer unresponsive during the system installation process',
  ],
  ['Foreclosure', 'Customer is facing a foreclosure'],
  ['Homeowner Deceased', 'Homeowner is deceased'],
  ['Homeowner Moved', 'Homeowner has moved and no longer lives at address specified'],
  ['Homeowner Moved Imminent', 'Homeowner will be moving and will no longer live at address specified'],
  ['Invalid Customer Contact Information', 'Customer contact information is invalid'],
  [
    'Shading',
    'Excessive shade is present around roof that is negatively affecting energy production from solar panels.',
  ],
  [
    'Utility Plan/Special Pricing',
    'The cost savings of solar may not be greater than a special utility program (e.g. budget billing)',
  ],
  ['Validation Non-responsive', 'Customer did not complete Contract Validation in the allotted time'],
  ['Deposit/Down Payment Not Made', 'A Deposit or Down Payment was not made'],
  [
    'Utility Bill',
    "Customer has a low utility bill thus doesn't have a financial return that makes fiscal sense to have a solar panel system",
  ],
  ['Drivers License', "There are issues pertaining to the costumer's Drivers License"],
  ['AHJ Permits Declined', 'Authority Having Jurisdiction (AHJ) Permits were declined'],
  ['Title Verification Incomplete', 'Title verification is incomplete'],
  ['Customer not on title', "The customer's name is not present on the Title"],
  [
    'Electrical Upgrade needed',
    "Customer's current electrical system may not be sufficient to accommodate requirements and therefore an electrical upgrade is needed",
  ],
  [
    'Unpermitted Structure',
    'The structure is missing necessary permits from local building authority or municipality',
  ],
  ['Unsuitable Roof/Structure', 'The roof or structure on property does not meet necessary safety criteria'],
  [
    'Utility Declined',
    "Utilities can decline new solar interconnection for a variety of reasons. Most commonly, it is due to the potential load from the new system and the grid's ability to withstand it.",
  ],
  ['Homeowner does not own Land', 'Homeowner does not own Land'],
  ['Property Use', 'Cancelled due to ineligible property type'],
  ['High Voltage', "The structure utility's voltage is too high to accommodate for a solar panel system"],
  [
    'Additional Information Not Provided',
    'Additional necessary information is missing and/or was not provided by the Partner',
  ],
  [
    'Excessive Time To Complete',
    'There are delays or complications that extend the timeframe beyond what is feasible or acceptable for the Partner',
  ],
  [
    'Homeowner Unhappy with Partner',
    'There is dissatisfaction or disagreement between the homeowner and their chosen solar panel installation Partner.',
  ],
  ['Non-Profitable for Partner', 'Project does not offer sufficient financial profitability for Partner'],
  ['Outside EPC/Cap Rate', 'The quoted system price is outside of EPC or Cap Rate'],
  ['Alternate Provider Chosen', 'Customer decided to go with an alternate provider'],
  ['Unknown', 'Unknown'],
  ['Length of Contract', 'Contract term is too long for client'],
  ['Escalator', 'Customer has concerns about escalating price of future payments'],
  ['Pending Change Order Not Signed', 'Pending change order has not yet been signed by Customer'],
  ['Pricing/Savings', "The price is too high / the savings aren't enough for the Customer"],
  ['Product Change', 'There has been a change to the produce specified in the contract terms'],
  ['Recurring Payment', 'Issue with the recurring payment'],
  ['Sunnova Reputation', "Customer is unhappy with Sunnova's reputation"],
  [
    'Transferability',
    'Limitations or restrictions exist regarding the ability to transfer ownership or associated financing to another party',
  ],
  ['Customer unresponsive During Install process', 'Customer unresponsive during installation process'],
  ['Duplicate System Project', 'This is a duplicate of another System Project within Sunnova'],
  [
    'Fraud/Non-Compliance',
    'Concerns or issues exist related to fraudulent activity or non-compliance with regulatory requirements, industry standards, or contractual obligations',
  ],
  [
    'Legislative Landscape Issue',
    "Legal or regulatory barriers pertaining to the customer's landscape prevent from solar system installation",
  ],
  [
    'Quote Expired',
    "Saved Quotes are good for 30 days if they are not signed contracts. Not sure how a quote would expire once it's included on a contract.",
  ],
  ['System Size', 'System size is over utility cap'],
  ['Recurring Payment Required', 'A recurring payment is required but customer does not want to enroll'],
  ['Customer Refusal', 'Customer refuses to proceed with moving the project forward'],
  ['Requested By Partner', 'Cancellation has been requested by Partner'],
  ['Unable to Reach Customer', 'Unable to Reach Customer'],
  ['No Access', 'Parties involved in the system project have no access to the home'],
];

/** The 48 distinct reasons, in the order in which each is first listed. */
export const cancellationReasons: readonly CancellationReason[] = [
  ...new Set(reasonRows.map(([reason]) => reason)),
].map((reason) => ({
  reason,
  definitions: reasonRows.filter((row) => row[0] === reason).map(([, definition]) => definition),
}));
