import type { State } from '../enerflo/state/create-state.ts';
import { cancellationReasons } from '../sunnova/cancellation-reasons.ts';
import type { SunnovaState } from '../sunnova/sunnova-state.ts';
import type { Random } from './random.ts';
import { atSunnova, externalId } from './stories/financing-story.ts';

const day = 86_400_000;

/**
 * What the dealer had at Sunnova before the day: a project for many installs of Enerflo, the same homeowners, and some
 * cancellation cases under way. Nobody is told.
 */
export function sunnovaBefore(enerflo: State, sunnova: SunnovaState, random: Random): void {
  sunnova.silently(() => {
    const standing = [...enerflo.installs.values()].filter(({ deletedAt }) => deletedAt === null);
    for (const install of standing.slice(0, 60)) {
      const customer = enerflo.customers.get(install.customerId);
      if (!customer) continue;
      const lead = sunnova.assignLead(atSunnova(customer), {
        leadSource: 'Quoting',
        repName: 'Sam Agent',
        externalId: externalId(customer),
        detail: null,
      });
      const agent = enerflo.users.get(install.agentUserId ?? 0);
      const project = sunnova.signContract(
        lead,
        agent ? `${agent.firstName} ${agent.lastName}` : 'Sam Agent',
      );
      sunnova.setStage(project, random.pick(['Contract', 'NTP', 'NTP', 'Substantial', 'Final']));
      const block = {
        type: 'Document - Upload',
        description: 'Design Package',
        party: 'Partner',
        status: 'Open',
      };
      sunnova.addBlock(project, block);
    }
    const wanted = [...sunnova.projects.values()].filter((_, place) => place % 8 === 3);
    for (const [place, project] of wanted.entries()) {
      const why = cancellationReasons[(place * 5) % cancellationReasons.length] ?? cancellationReasons[0];
      const one = sunnova.openCase(project, why);
      one.createdAt -= random.whole(1, 20) * day + random.whole(0, 36_000) * 1_000;
      one.changedAt = one.createdAt + random.whole(1, 20) * 3_600_000;
      one.status = random.pick(['New', 'In Process', 'Pending Partner Response']);
    }
  });
}
