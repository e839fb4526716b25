/** Said where one would look for it: a change order cannot be made from outside (enerflo guide, stage 6). */
export const changeOrdersInShort = 'Change orders are made and signed in Enerflo, not from here.';

/** The same at more length. */
export const noChangeOrders =
  'Change orders are made and signed in Enerflo: it has no way to make one from outside. Make it in Enerflo; once it is signed, it arrives here.';
