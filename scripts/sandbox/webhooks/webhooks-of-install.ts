import type { Change } from '../enerflo/state/change.ts';
import { type InstallEvent, v1InstallFlat, v1InstallWrapped } from './bodies/v1-install.ts';
import { type Due, rowNow, second, soon, type Telling, v1 } from './due.ts';

/** `update_install` follows every edit. Of a lead with install only the essential webhook is sent. */
export function webhooksOfInstall(
  telling: Telling,
  { id, what, by }: Extract<Change, { entity: 'install' }>,
): Due[] {
  const { seen, random } = telling;
  const told = (event: InstallEvent, delay = soon(random)): Due =>
    v1(
      telling,
      event,
      ({ installs }) => {
        const install = rowNow(seen.installs, id);
        return installs === 'guide'
          ? v1InstallWrapped(seen, event, install)
          : v1InstallFlat(seen, event, install);
      },
      delay,
    );
  if (what === 'restored') return [told('restore_install'), told('update_install')];
  if (what !== 'created') return [told('update_install')];
  if (by === 'lead-installs') return [told('new_install')];
  return [told('new_install'), told('submit_install'), told('update_install', random.whole(2, 20) * second)];
}
