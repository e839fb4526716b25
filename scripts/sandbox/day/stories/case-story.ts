import type { CancellationCase } from '../../sunnova/records.ts';
import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { minutes, type Story } from '../story.ts';

/**
 * A cancellation case goes its way: New, In Process, Pending Partner Response until the dealer answers, then saved or
 * lost. Some are still waiting in the evening.
 */
export function* caseStory({ sunnova, tellCrm }: Dealer, random: Random, one: CancellationCase): Story {
  if (one.status === 'New') {
    yield minutes(random, 15, 70);
    sunnova.setCase(one, 'In Process');
  }
  if (one.status === 'In Process') {
    yield minutes(random, 20, 90);
    if (random.chance(0.12)) {
      sunnova.setCase(one, 'Closed');
      return;
    }
    sunnova.setCase(one, 'Pending Partner Response');
  }
  if (random.chance(0.3)) return;
  yield minutes(random, 45, 240);
  tellCrm('task.completed', {
    task: 'Answer Sunnova about a cancellation',
    system_project: one.projectId,
    completed_by: 'Jordan Reyes',
  });
  yield minutes(random, 2, 15);
  sunnova.setCase(one, 'In Process');
  yield minutes(random, 20, 100);
  sunnova.setCase(one, random.chance(0.55) ? 'Saved' : 'Closed');
}
