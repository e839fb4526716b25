/** What people write at an install, in the order in which they might: a question and what comes of it. */
export const talks = [
  [
    'Homeowner asked when the crew comes. Told her the second week, depending on the permit.',
    'Permit is in. Calling her to set the date.',
  ],
  [
    'City wants the placard on sheet PV-3 corrected.',
    'Corrected plan set sent back to the city.',
    'City accepted the corrected plan set.',
  ],
  ['Gate code changed to 4471, please tell the crew.', 'Crew lead has it.'],
  ['Homeowner is away until Monday. No calls before.', 'Back today, spoke to him. All good.'],
  [
    'Utility application kicked back: account number does not match the bill.',
    'Got the right bill from the homeowner, sent again.',
  ],
  ['HOA approval still missing. Homeowner follows up with the board.', 'HOA approval uploaded.'],
  [
    'Attic photos are blurry, need new ones of the trusses.',
    'New photos uploaded by the surveyor.',
    'Good now. Engineering can go on.',
  ],
  ['Dog in the yard: call ahead.'],
  ['Crew finished roof side one, side two tomorrow morning.', 'Side two is done. Inspection requested.'],
  ['Inspector was here: passed, one label to be replaced.', 'Label replaced, photo uploaded.'],
  ['Homeowner prefers text messages.'],
  [
    'Main panel upgrade is on the calendar of the electrician for Thursday.',
    'Electrician confirmed Thursday 8 am.',
  ],
  ['Called about the monitoring login. Walked him through it.'],
  ['Material delivered. Two clamps short, the warehouse sends them.'],
] as const satisfies readonly (readonly [string, ...string[]])[];
