/** Who can act: a signed-in person, an API token, Heliograph itself. Safe in a browser. */
export const actorKinds = ['user', 'token', 'system'] as const;
