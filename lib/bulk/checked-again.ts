/** Why a bulk that was started stands still after rows of it were checked again: a person says whether they are sent. */
export const checkedAgain = 'What could not be checked was checked again.';
