/** The result of an action for which nothing had to be sent. */
export const nothingSent = 'Nothing was sent: Enerflo has it like this already.';
