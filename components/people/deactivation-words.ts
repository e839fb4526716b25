import type { PersonItem } from '#lib/auth/people.contract.ts';

/** What happens when somebody is deactivated: to their sessions, and to the API tokens that they made. */
export function deactivationWords({
  name,
  you,
  tokens,
}: Pick<PersonItem, 'name' | 'you' | 'tokens'>): string {
  const consequence = you
    ? 'This is your own account. You are signed out at once, and only another admin can let you in again.'
    : `${name} is signed out everywhere at once and cannot sign in any more. An admin can reactivate the account later.`;
  if (tokens === 0) return consequence;
  const made = tokens === 1 ? 'The API token' : `The ${tokens} API tokens`;
  const stop = `${tokens === 1 ? 'stops' : 'stop'} working too, and with ${tokens === 1 ? 'it' : 'them'} every program that uses ${tokens === 1 ? 'it' : 'them'}`;
  return `${consequence} ${made} that ${you ? 'you' : 'they'} made ${stop}, until the account is active again.`;
}

/** What becomes of somebody's API tokens when their password is reset; empty where there are none. */
export function resetTokenWords(tokens: number): string {
  if (tokens === 0) return '';
  return tokens === 1
    ? 'The API token that they made goes on working: end it under API tokens if it has to go too.'
    : `The ${tokens} API tokens that they made go on working: end them under API tokens if they have to go too.`;
}
