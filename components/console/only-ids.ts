/** Said to whom personal values are hidden, where a search finds nothing. */
export const onlyIds =
  'Nothing has this as its id. Names, phone numbers, e-mail and street addresses are hidden from your role, so nothing is found by them: ask an operator to look.';
