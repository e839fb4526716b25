import type { World } from './world.ts';

/** Now, to the whole second: Enerflo's stamps have no more. */
export function moment({ clock }: Pick<World, 'clock'>): Date {
  return new Date(Math.floor(clock.now() / 1000) * 1000);
}

/** When a row changes: at least a second after it last did, so that no two of its versions bear the same stamp. */
export function touched(world: Pick<World, 'clock'>, { updatedAt }: { updatedAt: Date }): Date {
  return new Date(Math.max(moment(world).getTime(), updatedAt.getTime() + 1000));
}
