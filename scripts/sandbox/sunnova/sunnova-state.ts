import {
  cancellationCaseBody,
  changeOrderText,
  contractSignedBody,
  creditStatusBody,
  designCompleteBody,
  leadAssignmentBody,
  leadStatusBody,
  projectBlockBody,
} from './bodies.ts';
import type {
  Appointment,
  Block,
  CancellationCase,
  CaseStatus,
  ChangeOrder,
  Credit,
  Lead,
  Project,
  SunnovaPerson,
} from './records.ts';
import { createSalesforceIds } from './salesforce-ids.ts';

export const sunnovaWebhooks = [
  'lead-assignment',
  'lead-status',
  'credit-status',
  'contract-signed',
  'design-complete',
  'change-order',
  'project-block',
  'cancellation-case',
] as const;
export type SunnovaWebhook = (typeof sunnovaWebhooks)[number];

/** A webhook that is due. `about` is the id of what it tells: those of one thing must not overtake each other. */
export type SunnovaTold = { webhook: SunnovaWebhook; text: string; about: string };

export type SunnovaState = ReturnType<typeof createSunnovaState>;

/**
 * What Sunnova holds for one dealer. Every change is told at once to `tell`, as the webhook page says; what the dealer
 * had before is put in silently, with `silently`.
 */
export function createSunnovaState({
  now = Date.now,
  tell = () => {},
}: {
  now?: () => number;
  tell?: (told: SunnovaTold) => void;
} = {}) {
  const ids = createSalesforceIds();
  const leads = new Map<string, Lead>();
  const credits: Credit[] = [];
  const projects = new Map<string, Project>();
  const blocks: Block[] = [];
  const changeOrders = new Map<string, ChangeOrder>();
  const cases: CancellationCase[] = [];
  let counted = 0;
  let silent = false;

  const told = (webhook: SunnovaWebhook, about: string, body: object | string) => {
    if (!silent) tell({ webhook, about, text: typeof body === 'string' ? body : JSON.stringify(body) });
  };
  const leadOf = (project: Project) => held(leads, project.leadId);
  const tellBlock = (block: Block) => {
    told('project-block', block.projectId, projectBlockBody(block, held(projects, block.projectId)));
  };
  const tellCase = (one: CancellationCase) => {
    const project = held(projects, one.projectId);
    told('cancellation-case', project.id, cancellationCaseBody(one, project, leadOf(project)));
  };
  const tellOrder = (order: ChangeOrder) => {
    told('change-order', order.name, changeOrderText(order, held(projects, order.projectId)));
  };

  return {
    leads,
    credits,
    projects,
    blocks,
    changeOrders,
    cases,

    /** Runs `work` without telling anybody. */
    silently: <T>(work: () => T): T => {
      silent = true;
      try {
        return work();
      } finally {
        silent = false;
      }
    },

    assignLead: (
      person: SunnovaPerson,
      more: Pick<Lead, 'leadSource' | 'repName' | 'externalId' | 'detail'> & {
        appointment?: Pick<Appointment, 'startsAt' | 'minutes' | 'subject'>;
      },
    ): Lead => {
      const { appointment, ...rest } = more;
      const lead: Lead = {
        ...person,
        ...rest,
        id: ids.long('lead'),
        personId: ids.long('leadPerson'),
        systemId: ids.short('leadSystem'),
        status: 'Open',
        webTracking: rest.leadSource === 'Web-Sol' ? `WT-${4_100 + leads.size}` : null,
        appointment: appointment
          ? {
              ...appointment,
              id: ids.short('appointment'),
              status: 'Open',
              createdAt: now(),
              changedAt: now(),
            }
          : null,
      };
      leads.set(lead.id, lead);
      told('lead-assignment', lead.id, leadAssignmentBody(lead));
      return lead;
    },

    setLeadStatus: (lead: Lead, status: string) => {
      lead.status = status;
      told('lead-status', lead.id, leadStatusBody(lead));
    },

    runCredit: (lead: Lead, outcome: Pick<Credit, 'status' | 'detail' | 'declinedReason'>): Credit => {
      const credit: Credit = { ...outcome, personId: lead.personId, leadId: lead.id, runAt: now() };
      credits.push(credit);
      told('credit-status', lead.personId, creditStatusBody(credit));
      return credit;
    },

    completeDesign: (lead: Lead) => told('design-complete', lead.systemId, designCompleteBody(lead)),

    /** Makes the system project of the contract. */
    signContract: (lead: Lead, salesperson: string): Project => {
      counted += 1;
      lead.status = 'Contract Signed';
      const project: Project = {
        id: ids.long('systemProject'),
        sunnovaId: `UD${String(4_487_400 + counted * 13).padStart(9, '0')}`,
        systemId: ids.long('system'),
        systemCode: `NS${String(340 + counted).padStart(4, '0')}`,
        leadId: lead.id,
        stage: 'Contract',
        status: 'Under Construction',
        salesperson,
      };
      projects.set(project.id, project);
      told('contract-signed', lead.id, contractSignedBody(lead, project, ids.long('leadQuote')));
      return project;
    },

    /** A signed amendment has a quote of its own. */
    signAmendment: (project: Project) => {
      const lead = leadOf(project);
      told('contract-signed', lead.id, contractSignedBody(lead, project, ids.long('leadQuote')));
    },

    /** Contract, NTP, Substantial, Final, Completed. Blocks tell it with their next webhook. */
    setStage: (project: Project, stage: string) => {
      project.stage = stage;
      if (stage === 'Completed') project.status = 'InService';
    },

    addBlock: (project: Project, block: Pick<Block, 'type' | 'description' | 'party' | 'status'>): Block => {
      const added: Block = {
        ...block,
        projectId: project.id,
        approvedAt: null,
        approvedBy: null,
        rejections: null,
        rejectionReason: null,
      };
      blocks.push(added);
      tellBlock(added);
      return added;
    },

    setBlock: (block: Block, status: string, rejectionReason: string | null = null) => {
      block.status = status;
      if (status === 'Approved') Object.assign(block, { approvedAt: now(), approvedBy: 'Sunnova Admin' });
      if (status === 'Rejected') block.rejections = (block.rejections ?? 0) + 1;
      block.rejectionReason = rejectionReason;
      tellBlock(block);
    },

    submitChangeOrder: (
      project: Project,
      needs: Pick<ChangeOrder, 'needsWorkOrder' | 'needsSignature' | 'needsAmendment'>,
    ): ChangeOrder => {
      counted += 1;
      const order: ChangeOrder = {
        ...needs,
        name: `SNV-PB-${4_901_300 + counted * 7}`,
        projectId: project.id,
        status: 'Submitted',
        stage: 'NTP',
      };
      changeOrders.set(order.name, order);
      tellOrder(order);
      return order;
    },

    setChangeOrder: (order: ChangeOrder, status: string) => {
      order.status = status;
      tellOrder(order);
    },

    openCase: (
      project: Project,
      why: Pick<CancellationCase, 'reason' | 'category' | 'description' | 'requestedBy'>,
    ): CancellationCase => {
      const opened: CancellationCase = {
        ...why,
        projectId: project.id,
        status: 'New',
        createdAt: now(),
        changedAt: now(),
      };
      cases.push(opened);
      tellCase(opened);
      return opened;
    },

    setCase: (one: CancellationCase, status: CaseStatus) => {
      one.status = status;
      one.changedAt = Math.max(now(), one.changedAt + 1_000);
      tellCase(one);
    },
  };
}

function held<T>(all: ReadonlyMap<string, T>, id: string): T {
  const found = all.get(id);
  if (found === undefined) throw new Error(`The stand-in Sunnova has nothing under ${id}.`);
  return found;
}
