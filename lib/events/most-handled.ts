/** The most events that are marked as handled at once. */
export const mostHandled = 100_000;
