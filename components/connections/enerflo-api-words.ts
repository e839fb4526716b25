import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';

type Choice<Key extends keyof EnerfloSettings> = {
  key: Key;
  label: string;
  /** What the sources disagree on, in a line. */
  why: string;
  choices: readonly (readonly [EnerfloSettings[Key], string])[];
  /** What will show whether it is right, while nothing has. */
  unproven?: string;
};

export const leadBody: Choice<'leadBody'> = {
  key: 'leadBody',
  label: 'Data of a lead',
  why: 'The guide prints a lead’s fields by themselves; programs in daily use send them inside “lead”.',
  choices: [
    ['wrapped', 'Inside “lead”, as programs in use send it'],
    ['flat', 'By themselves, as the guide prints it'],
  ],
  unproven: 'The first lead that is added and read back shows which is right.',
};

export const leadPhone: Choice<'leadPhone'> = {
  key: 'leadPhone',
  label: 'Phone of a lead',
  why: 'The guide calls the field “phone”; programs in daily use call it “mobile”.',
  choices: [
    ['mobile', '“mobile”, as programs in use call it'],
    ['phone', '“phone”, as the guide calls it'],
  ],
  unproven: 'The first lead with a phone number that is read back shows which is right.',
};

export const milestoneId: Choice<'milestoneId'> = {
  key: 'milestoneId',
  label: 'Id of a milestone',
  why: 'A milestone has an id of its own in each install, and its definition has another. No source says which one Enerflo wants when a date is set.',
  choices: [
    ['listed', 'Its own in the install'],
    ['definition', 'That of its definition'],
  ],
  unproven: 'The first milestone date that is set and read back shows which is right.',
};

/** The chosen value of a setting in words. */
export function chosenWords<Key extends keyof EnerfloSettings>(
  { key, choices }: Choice<Key>,
  settings: EnerfloSettings,
): string {
  return choices.find(([value]) => value === settings[key])?.[1] ?? String(settings[key]);
}
