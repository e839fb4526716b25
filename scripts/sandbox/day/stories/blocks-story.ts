import type { Project } from '../../sunnova/records.ts';
import type { Dealer } from '../dealer.ts';
import type { Random } from '../random.ts';
import { minutes, type Story } from '../story.ts';

const packages = [
  'Design Package',
  'Utility Bill',
  'Title Verification',
  'Installation Photos',
  'Permission to Operate',
] as const;
const stages = ['Contract', 'NTP', 'Substantial', 'Final', 'Completed'];

/** Blocks of a project are handed in, looked at, rejected now and then, approved; then the project goes on. */
export function* blocksStory({ sunnova }: Dealer, random: Random, project: Project): Story {
  for (let number = random.whole(1, 2); number > 0; number--) {
    yield minutes(random, 10, 80);
    const description = random.pick(packages);
    const standing = sunnova.blocks.find(
      (block) => block.projectId === project.id && block.description === description,
    );
    if (standing?.status === 'Approved') continue;
    const block =
      standing ??
      sunnova.addBlock(project, { type: 'Document - Upload', description, party: 'Partner', status: 'Open' });
    yield minutes(random, 5, 40);
    sunnova.setBlock(block, 'Submitted');
    yield minutes(random, 25, 120);
    if (random.chance(0.22)) {
      sunnova.setBlock(block, 'Rejected', 'Single line diagram does not match the layout');
      yield minutes(random, 30, 120);
      sunnova.setBlock(block, 'Submitted');
      yield minutes(random, 20, 90);
    }
    sunnova.setBlock(block, 'Approved');
  }
  if (random.chance(0.4)) {
    const next = stages[stages.indexOf(project.stage) + 1];
    if (next) sunnova.setStage(project, next);
  }
}

/** A change order at Sunnova: submitted, then approved or rejected; an amendment of the contract is signed. */
export function* sunnovaOrderStory({ sunnova }: Dealer, random: Random, project: Project): Story {
  const needsAmendment = random.chance(0.6);
  const order = sunnova.submitChangeOrder(project, {
    needsWorkOrder: random.chance(0.5),
    needsSignature: needsAmendment,
    needsAmendment,
  });
  yield minutes(random, 40, 180);
  const approved = random.chance(0.75);
  sunnova.setChangeOrder(order, approved ? 'Approved' : 'Rejected');
  if (!approved || !needsAmendment) return;
  yield minutes(random, 20, 120);
  sunnova.signAmendment(project);
}
